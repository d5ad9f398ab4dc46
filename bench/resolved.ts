/** A package that is no dependency of ours, where it is installed; otherwise says how to install it. */
export async function resolved<Module>(name: string): Promise<Module | undefined> {
  try {
    return (await import(/* @vite-ignore */ name)) as Module
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error
    console.error(`no ${name}: npm i --no-save mapshaper geos-wasm`)
    return undefined
  }
}
