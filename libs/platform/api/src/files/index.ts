export { FileRefused } from './file-refused';
export { FileSweep } from './file-sweep';
export { FileStore } from './file-store';
export { Files, type KeptFile, type Wanted } from './files';
export { openStore, type FileOptions } from './open-store';
export { type FileType, isFileType, KINDS } from './kinds';
export { type Picture, pictureOf } from './picture';
export { sendFile } from './send-file';
export { TakesFile, type Upload, UploadOf } from './upload';
