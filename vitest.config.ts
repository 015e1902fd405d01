import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [
    {
      name: 'text',
      transform: (text, path) =>
        /\.(?:typ|bash|zsh|fish|ps1)$/.test(path)
          ? `export default ${JSON.stringify(text)}`
          : undefined,
    },
  ],
  test: {
    // vitest leaves one core to itself, which is half of two
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/bin/**'],
          // a file that had modules of its own would load all of them once more: a minute of four
          isolate: false,
          // a busy machine takes long over a PDF; nothing here is about time
          testTimeout: 30_000,
          // no test may lean on the person's own settings, colours or language
          env: { VIVA_HOME: '', NO_COLOR: '', FORCE_COLOR: '', TZ: 'UTC' },
        },
      },
      {
        test: { name: 'bin', include: ['test/bin/**/*.test.ts'], testTimeout: 30_000 },
      },
    ],
  },
})
