/** Built file of each client module; empty while developing. SolidStart gives it to the server bundle. */
declare module "solid-start:client-vite-manifest" {
  export const clientViteManifest: Record<string, { file: string } | undefined>;
}
