/** Reports the progress of a test run, one line for each file that ends: `12 of 160 files, 41 s`. */
import type { TestModule, TestSpecification } from 'vitest/node';
import { DefaultReporter } from 'vitest/node';

/** Vitest's own reporter, which still reports failures and output, plus the count. */
export default class Progress extends DefaultReporter {
  #files = 0;
  #ended = 0;
  #started = 0;

  override onTestRunStart(specifications: readonly TestSpecification[]): void {
    super.onTestRunStart(specifications);
    this.#files = specifications.length;
    this.#ended = 0;
    this.#started = performance.now();
    this.#tell();
  }

  override onTestModuleEnd(module: TestModule): void {
    super.onTestModuleEnd(module);
    this.#ended += 1;
    this.#tell();
  }

  #tell(): void {
    const seconds = Math.round((performance.now() - this.#started) / 1000);
    this.log(`${this.#ended} of ${this.#files} files, ${seconds} s`);
  }
}
