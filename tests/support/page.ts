/** The sidebar's page, built once for each test file. */
import { bundlePage } from '../../src/local/build.ts';

export const PAGE = await bundlePage();
