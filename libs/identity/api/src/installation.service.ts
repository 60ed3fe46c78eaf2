import { Injectable } from '@nestjs/common';
import type { InstallationView } from '@opiring/contract/identity';
import { PlatformOptions, Work } from '@opiring/platform/api';

const ONE_OF_EACH = `
  SELECT DISTINCT ON (role) email::text AS email, name, role FROM (
    SELECT a.email, a.name, m.role, m.seat, c.starts_on FROM memberships m JOIN accounts a ON a.id = m.account_id
      JOIN cohorts c ON c.id = m.cohort_id WHERE m.ended_at IS NULL
    UNION ALL SELECT a.email, a.name, 'admin', NULL, NULL FROM accounts a WHERE a.admin_since IS NOT NULL) who
  WHERE email::text LIKE '%@opiring.example' ORDER BY role, starts_on DESC NULLS LAST, seat NULLS LAST, email`;

const PLACES = ['participant', 'mentor', 'organizer', 'program_leader', 'admin'];

/** What the sign-in page needs to know of the installation; people only in the demo, where they are invented. */
@Injectable()
export class InstallationService {
  constructor(
    private readonly work: Work,
    private readonly options: PlatformOptions,
  ) {}

  view(): Promise<InstallationView> {
    return this.work.open(async (tx) => {
      const programmes = await tx.manager.query<{ slug: string }[]>(
        'SELECT slug FROM programmes WHERE published_at IS NOT NULL ORDER BY created_at LIMIT 100',
      );
      const people = this.options.demo
        ? await tx.manager.query<InstallationView['demoPeople']>(ONE_OF_EACH)
        : [];
      const demoPeople = people.sort((a, b) => PLACES.indexOf(a.role) - PLACES.indexOf(b.role));
      return { demo: this.options.demo, demoPeople, programmes: programmes.map(({ slug }) => slug) };
    });
  }
}
