/** The code that is pushed to Google, built once for each test file. */
import { bundleScript } from '../../src/local/build.ts';

export const { code: CODE, edition: EDITION, functions: FUNCTIONS } = await bundleScript();
