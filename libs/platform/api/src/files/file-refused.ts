import { DomainError } from '../domain-error';

const REASONS = {
  'file-needed': [400, 'Send one file, as multipart/form-data.'],
  'file-empty': [400, 'The file is empty.'],
  'file-too-large': [413, 'The file is larger than is taken.'],
  'file-cut': [400, 'The file did not arrive whole.'],
  'file-kind': [415, 'Files of this kind are not taken.'],
  'file-disguised': [415, 'What is in the file is not what its name says.'],
  'file-with-macros': [415, 'The document carries programs (macros or embedded objects).'],
  'file-locked': [415, 'The document is locked with a password.'],
  'file-broken': [415, 'The file is broken, or grows too much when opened.'],
} as const;

export type FileRefusal = keyof typeof REASONS;

/** Why a file was not taken: a code for the screen's words. */
export class FileRefused extends DomainError {
  constructor(code: FileRefusal) {
    const [status, detail] = REASONS[code];
    super(code, status, detail);
  }
}
