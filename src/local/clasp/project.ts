/** A clasp project: a script with its own folder and settings file in the checkout. */
import { writeDist } from '../build.ts';

export const SHARED_SETTINGS = '.clasp.json';
export const LOCAL_SETTINGS = '.clasp.local.json';

export interface Project {
  /** Settings file that names the connected script; git ignores it. */
  readonly settings: string;
  /** Whether the settings file under version control may name the script too. */
  readonly isShared: boolean;
  /** Folder that the build writes and clasp pushes, relative to the checkout. */
  readonly folder: string;
  readonly build: (folder: URL) => Promise<unknown>;
  /**
   * Commands to name in messages: create a spreadsheet, push to the connected one, connect an existing one.
   */
  readonly commands: { readonly create: string; readonly push: string; readonly connect: string };
}

/** The product's own project. */
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
