/** Something a person can put right: the message is one plain sentence, shown without a stack. */
export class Fault extends Error {
  name = 'Fault';
}

/** The sentence for a system error that has a known cause; other errors pass through unchanged. */
export function explain(error, place, advice = 'give this user the right to write there') {
  const text = `${error?.code ?? ''} ${error?.message ?? error}`;
  if (/ENOSPC|No space left on device|EDQUOT|Disk quota exceeded/.test(text)) {
    return new Fault(`The disk that holds ${place} is full: free some space and start again.`);
  }
  if (/EACCES|EPERM|EROFS|Permission denied|Read-only file system/.test(text)) {
    return new Fault(`The folder ${place} cannot be written to: ${advice}.`);
  }
  if (/ENOTDIR|EEXIST/.test(text)) return new Fault(`${place} is not a folder: ${advice}.`);
  return error;
}
