import type { FileStore } from './file-store';
import { FolderStore } from './folder-store';
import { type S3Options, S3Store } from './s3-store';

/** Where files are kept: in a folder, or in a bucket. */
export type FileOptions = { folder: string } | { s3: S3Options };

export const openStore = async (options: FileOptions): Promise<FileStore> =>
  'folder' in options ? new FolderStore(options.folder) : S3Store.open(options.s3);
