// The files of a new slice, in the house's shape. `n` holds its names; see generate-slice.mjs.

const contract = (n) => `import { IsString, Length } from 'class-validator';

/** POST /api/cohorts/:cohortId/${n.route} */
export class Create${n.One} {
  @IsString() @Length(1, 200) title!: string;
}

export interface ${n.One}View {
  id: string;
  title: string;
  revision: number;
  can: { edit: boolean };
}
`;

const entity = (n) => `import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('${n.table}')
export class ${n.One} {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) readonly id!: string;
  @Column('uuid', { name: 'cohort_id' }) readonly cohortId!: string;
  @Column('uuid', { name: 'author_id' }) readonly authorId!: string;
  @Column('text') readonly title!: string;
  @Column('integer', { default: 1 }) readonly revision!: number;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) readonly createdAt!: Date;

  static create(cohortId: string, authorId: string, title: string, now: Date): ${n.One} {
    return Object.assign(new ${n.One}(), { cohortId, authorId, title, revision: 1, createdAt: now });
  }
}
`;

const policy = (n) => `import type { Membership } from '@opiring/platform/api';

type Seat = Pick<Membership, 'id' | 'role'>;

/** Everybody who sits in the cohort sees them. */
export const canSee${n.Many} = (seats: readonly Seat[]): boolean => seats.length > 0;

/** Made by participants. */
export const canCreate${n.One} = (seats: readonly Seat[]): boolean => seats.some(({ role }) => role === 'participant');

/** Changed by who made it. */
export const canEdit${n.One} = (seats: readonly Seat[], ${n.one}: { authorId: string }): boolean =>
  seats.some(({ id }) => id === ${n.one}.authorId);
`;

const policySpec = (
  n,
) => `import { canCreate${n.One}, canEdit${n.One}, canSee${n.Many} } from './${n.file}.policy';

const seat = (role: 'participant' | 'mentor') => ({ id: 'mine', role });

describe('${n.words}', () => {
  it('are seen from inside the cohort alone', () => {
    expect(canSee${n.Many}([seat('mentor')])).toBe(true);
    expect(canSee${n.Many}([])).toBe(false);
  });

  it('are made by participants', () => {
    expect(canCreate${n.One}([seat('participant')])).toBe(true);
    expect(canCreate${n.One}([seat('mentor')])).toBe(false);
  });

  it('are changed by who made them', () => {
    expect(canEdit${n.One}([seat('participant')], { authorId: 'mine' })).toBe(true);
    expect(canEdit${n.One}([seat('participant')], { authorId: 'another’s' })).toBe(false);
  });
});
`;

const view = (n) => `import type { ${n.One}View } from '@opiring/contract/${n.files}';
import type { Membership } from '@opiring/platform/api';
import type { ${n.One} } from './${n.file}.entity';
import { canEdit${n.One} } from './${n.file}.policy';

export function ${n.one}View(${n.one}: ${n.One}, seats: readonly Membership[]): ${n.One}View {
  const { id, title, revision } = ${n.one};
  return { id, title, revision, can: { edit: canEdit${n.One}(seats, ${n.one}) } };
}
`;

const errors = (n) => `import { NotAllowed } from '@opiring/platform/api';

/** Seen by everybody in the cohort, made by participants. */
export class OnlyParticipantsCreate${n.Many} extends NotAllowed {
  constructor() {
    super('Only participants of the cohort do this.');
  }
}
`;

const service = (n) => `import { Injectable } from '@nestjs/common';
import type { Create${n.One}, ${n.One}View } from '@opiring/contract/${n.files}';
import { type Caller, type Idempotency, NotFound, Work } from '@opiring/platform/api';
import { ${n.One} } from './${n.file}.entity';
import { canCreate${n.One}, canSee${n.Many} } from './${n.file}.policy';
import { ${n.one}View } from './${n.file}.view';
import { OnlyParticipantsCreate${n.Many} } from './${n.files}.errors';

const atMost = 100;


@Injectable()
export class ${n.Many}Service {
  constructor(private readonly work: Work) {}

  list(caller: Caller, cohortId: string): Promise<${n.One}View[]> {
    return this.work.read(caller, async (tx) => {
      const seats = tx.viewer.inCohort(cohortId);
      if (!canSee${n.Many}(seats)) throw new NotFound();
      const found = await tx.manager.find(${n.One}, { where: { cohortId }, order: { id: 'DESC' }, take: atMost });
      return found.map((one) => ${n.one}View(one, seats));
    });
  }

  create(caller: Caller, cohortId: string, body: Create${n.One}, once?: Idempotency): Promise<${n.One}View> {
    return this.work.once(
      caller,
      once,
      async (tx) => {
        const seats = tx.viewer.inCohort(cohortId);
        if (!canSee${n.Many}(seats)) throw new NotFound();
        const me = tx.viewer.as('participant', cohortId);
        if (!me || !canCreate${n.One}(seats)) throw new OnlyParticipantsCreate${n.Many}();
        return (await tx.manager.save(${n.One}.create(cohortId, me.id, body.title, tx.now))).id;
      },
      async (tx, id) => ${n.one}View(await tx.manager.findOneByOrFail(${n.One}, { id }), tx.viewer.inCohort(cohortId)),
    );
  }
}
`;

const controller = (n) => `import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Create${n.One}, type ${n.One}View } from '@opiring/contract/${n.files}';
import { type Caller, CallerOf, type Idempotency, Once, Rule, Uuid } from '@opiring/platform/api';
import { canCreate${n.One}, canSee${n.Many} } from './${n.file}.policy';
import { ${n.Many}Service } from './${n.files}.service';

@Controller('cohorts/:cohortId/${n.route}')
export class ${n.Many}Controller {
  constructor(private readonly ${n.many}: ${n.Many}Service) {}

  @Get()
  @Rule(canSee${n.Many})
  list(@CallerOf() caller: Caller, @Param('cohortId', Uuid) cohortId: string): Promise<${n.One}View[]> {
    return this.${n.many}.list(caller, cohortId);
  }

  @Post()
  @Rule(canCreate${n.One})
  create(
    @CallerOf() caller: Caller,
    @Param('cohortId', Uuid) cohortId: string,
    @Body() body: Create${n.One},
    @Once() once: Idempotency | undefined,
  ): Promise<${n.One}View> {
    return this.${n.many}.create(caller, cohortId, body, once);
  }
}
`;

const httpSpec = (n) => `import { type TestApp, testApp } from '@opiring/platform/testing';

describe('/api/cohorts/:cohortId/${n.route}', () => {
  let app: TestApp;
  const cohort = '00000000-0000-7000-8000-000000000000';

  beforeAll(async () => {
    app = await testApp();
  });
  afterAll(() => app.close());

  it('tells nobody who is not signed in', async () => {
    const answer = await fetch(\`\${app.url}/api/cohorts/\${cohort}/${n.route}\`);
    expect(answer.status).toBe(401);
  });
});
`;

const client = (n) => `import { Injectable, inject } from '@angular/core';
import type { Create${n.One}, ${n.One}View } from '@opiring/contract/${n.files}';
import { Api } from '@opiring/platform/web';

@Injectable({ providedIn: 'root' })
export class ${n.Many}Client {
  private readonly api = inject(Api);

  create(cohortId: string, body: Create${n.One}): Promise<${n.One}View> {
    return this.api.post(\`/api/cohorts/\${cohortId}/${n.route}\`, body, { once: crypto.randomUUID() });
  }
}
`;

const page = (n) => `import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { ${n.One}View } from '@opiring/contract/${n.files}';
import { Loader } from '@opiring/platform/ui';

@Component({
  selector: 'op-${n.files}-page',
  imports: [Loader],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: \`
    @if (${n.many}.hasValue()) {
      <ul>
        @for (${n.one} of ${n.many}.value(); track ${n.one}.id) {
          <li>{{ ${n.one}.title }}</li>
        }
      </ul>
    } @else if (${n.many}.isLoading()) {
      <op-loader />
    }
  \`,
})
export class ${n.Many}Page {
  readonly cohortId = input.required<string>();
  protected readonly ${n.many} = httpResource<${n.One}View[]>(() => \`/api/cohorts/\${this.cohortId()}/${n.route}\`);
}
`;

const migration = (n) => `-- Up Migration
CREATE TABLE ${n.table} (
  id         uuid PRIMARY KEY DEFAULT uuidv7(),
  cohort_id  uuid NOT NULL REFERENCES cohorts ON DELETE CASCADE,
  author_id  uuid NOT NULL REFERENCES memberships ON DELETE CASCADE,
  title      text NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  revision   integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX ${n.table}_cohort ON ${n.table} (cohort_id, id DESC);
GRANT SELECT, INSERT, UPDATE, DELETE ON ${n.table} TO opiring_app;

-- Down Migration
DROP TABLE ${n.table};
`;

/** Path and text of every file. */
export function sliceFiles(n) {
  const [api, web] = [`libs/${n.context}/api/src`, `libs/${n.context}/web/src`];
  return {
    [`libs/contract/src/${n.files}.ts`]: contract(n),
    [`migrations/${n.stamp}_${n.table}.sql`]: migration(n),
    [`${api}/${n.file}.entity.ts`]: entity(n),
    [`${api}/${n.file}.policy.ts`]: policy(n),
    [`${api}/${n.file}.policy.spec.ts`]: policySpec(n),
    [`${api}/${n.file}.view.ts`]: view(n),
    [`${api}/${n.files}.errors.ts`]: errors(n),
    [`${api}/${n.files}.service.ts`]: service(n),
    [`${api}/${n.files}.controller.ts`]: controller(n),
    [`${api}/${n.files}.http.spec.ts`]: httpSpec(n),
    [`${web}/${n.files}-client.ts`]: client(n),
    [`${web}/${n.files}-page.ts`]: page(n),
  };
}
