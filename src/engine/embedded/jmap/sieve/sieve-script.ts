/** A stored script. Its text is the blob. */
export type SieveScript = { name: string; blobId: string; isActive: boolean };
