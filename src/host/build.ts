/** Names the build: caches of another one are not read. The bundler puts a digest of all it made in place of it. */
export const build = '@build@'
