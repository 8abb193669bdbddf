/**
 * What the server's process gets beside the editor's own environment. Once a large block was freed glibc puts all that are smaller
 * among short-lived memory, and cannot give back the holes between them; with a fixed threshold it does not, and a server of 1,000 notes takes
 * 15 MB less. Other allocators know nothing of it.
 */
export const serverEnvironment = { MALLOC_MMAP_THRESHOLD_: String(128 * 1024) };
