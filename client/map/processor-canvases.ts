/**
 * Where the browser has no graphics card to draw with, every canvas of the page is drawn by the processor from the start:
 * a canvas that only pretends to have a card costs several times as much. OpenLayers has no setting for the canvases that it
 * makes itself, so the method that makes their contexts is told. With a card nothing is changed.
 */
export function drawByProcessor(): void {
  if (hasCard()) return
  const { prototype } = HTMLCanvasElement
  // oxlint-disable-next-line typescript/unbound-method -- it is called on the canvas that it is asked of
  prototype.getContext = new Proxy(prototype.getContext, {
    apply(original, canvas, [kind, settings]: [string, object | undefined]) {
      const own = kind === '2d' ? { ...settings, willReadFrequently: true } : settings
      return Reflect.apply(original, canvas, [kind, own] as Parameters<typeof original>)
    },
  })
}

/** By the names of programs that stand in for a card. */
const standIn = /swiftshader|llvmpipe|softpipe|basic render/i

function hasCard(): boolean {
  const context = document.createElement('canvas').getContext('webgl')
  const names = context?.getExtension('WEBGL_debug_renderer_info')
  const name = context && names ? String(context.getParameter(names.UNMASKED_RENDERER_WEBGL)) : ''
  context?.getExtension('WEBGL_lose_context')?.loseContext()
  return context !== null && !standIn.test(name)
}
