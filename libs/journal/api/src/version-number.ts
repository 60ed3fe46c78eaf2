import { Injectable, type PipeTransform } from '@nestjs/common';
import { NotFound } from '@opiring/platform/api';

/** A version's number in a path; what is no number names nothing. */
@Injectable()
export class VersionNumber implements PipeTransform<string, number> {
  transform(value: string): number {
    if (!/^[1-9]\d{0,8}$/.test(value)) throw new NotFound();
    return Number(value);
  }
}
