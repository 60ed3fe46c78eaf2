export { FileRefused } from './file-refused';
export { FileSweep } from './file-sweep';
export { FileStore } from './file-store';
export { Files, type KeptFile, type Wanted } from './files';
export { openStore, type FileOptions } from './open-store';
export { extentOf, unpacksHonestly } from './inspect-image';
export { type FileType, isFileType, KINDS } from './kinds';
export { sendFile } from './send-file';
export { type Upload, UploadOf } from './upload';
