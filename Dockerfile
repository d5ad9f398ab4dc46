# Page and server in one image: docker build -t basilia . && docker run -p 127.0.0.1:3000:3000 -v studies:/studies basilia
FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build && npm prune --omit=dev --ignore-scripts

FROM node:22-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 BASILIA_WORKSPACE=/studies BASILIA_LOG=info
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY --from=build /app/data ./data
COPY --from=build /app/server/launch.mjs /app/server/build.mjs ./server/
COPY --from=build /app/server/fonts ./server/fonts
RUN mkdir /studies && chown node:node /studies
USER node
VOLUME /studies
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s CMD ["node", "-e", "fetch('http://127.0.0.1:3000/healthz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# The token is printed once in the log, or is BASILIA_TOKEN.
ENTRYPOINT ["node", "server/launch.mjs"]
CMD ["serve"]
