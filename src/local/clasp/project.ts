/** What is pushed: a script of its own, with a folder and settings of its own in the checkout. */
import { writeDist } from '../build.ts';

export const SHARED_SETTINGS = '.clasp.json';
export const LOCAL_SETTINGS = '.clasp.local.json';

export interface Project {
  /** Says which script the checkout is connected to; git ignores it. */
  readonly settings: string;
  /** Whether the settings that are under version control may name the script too. */
  readonly isShared: boolean;
  /** Where the build writes, and clasp takes what it pushes; from the checkout. */
  readonly folder: string;
  readonly build: (folder: URL) => Promise<unknown>;
  /** What a person types to make a spreadsheet with it, to push to the one that it is connected to, and to one that exists. */
  readonly commands: { readonly create: string; readonly push: string; readonly connect: string };
}

/** The add-on itself. */
export const PRODUCT: Project = {
  settings: LOCAL_SETTINGS,
  isShared: true,
  folder: 'dist',
  build: writeDist,
  commands: {
    create: 'npm run create',
    push: 'npm run push',
    connect: 'npm run push -- --id 스크립트ID',
  },
};
