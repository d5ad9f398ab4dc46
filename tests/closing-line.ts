import type { Reporter, TestModule } from 'vitest/node'

/** Closes a run with one plain line, "N passed, N failed, N skipped", that any CI can read, after what passed only when tried again. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const count = { passed: 0, failed: errors.length, skipped: 0, pending: 0 }
    for (const module of modules) {
      if (module.errors().length) count.failed++
      for (const test of module.children.allTests()) {
        count[test.result().state]++
        if (test.diagnostic()?.flaky)
          console.log(`passed only when tried again: ${module.relativeModuleId}: ${test.name}`)
      }
    }
    console.log(`\n${count.passed} passed, ${count.failed} failed, ${count.skipped + count.pending} skipped`)
  }
}
