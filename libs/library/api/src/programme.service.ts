import { Injectable } from '@nestjs/common';
import type { PublicProgrammeView } from '@opiring/contract/library';
import { NotFound, Work } from '@opiring/platform/api';
import { PUBLIC_PROGRAMME, type ProgrammeRow } from './programme.queries';
import { programmeView } from './programme.view';

@Injectable()
export class ProgrammeService {
  constructor(private readonly work: Work) {}

  /** What anybody may read; a programme that is not published is not there. */
  publicPage(slug: string): Promise<PublicProgrammeView> {
    return this.work.open(async (tx) => {
      const [row] = await tx.manager.query<ProgrammeRow[]>(PUBLIC_PROGRAMME, [slug]);
      if (!row) throw new NotFound();
      return programmeView(row);
    });
  }
}
