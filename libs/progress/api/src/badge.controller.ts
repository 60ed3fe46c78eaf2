import { Controller, Get, Header, Param, Query, StreamableFile } from '@nestjs/common';
import { CertificateLanguage } from '@opiring/contract/certificates';
import {
  type Caller,
  CallerOf,
  Files,
  NotFound,
  PlatformOptions,
  Public,
  Rule,
  Uuid,
} from '@opiring/platform/api';
import { BadgeKeys } from './badge-keys';
import { BadgeService } from './badge.service';
import { certificatePdf } from './certificate-pdf';
import { canReadCertificate, isHolder } from './certificate.policy';
import { addressOf } from './certificate.view';
import { logosOf } from './paper-logos';
import { OwnCertificatesService } from './own-certificates.service';

/** A paper to take along, and what others need to check it. */
@Controller()
export class BadgeController {
  constructor(
    private readonly badges: BadgeService,
    private readonly keys: BadgeKeys,
    private readonly certificates: OwnCertificatesService,
    private readonly options: PlatformOptions,
    private readonly files: Files,
  ) {}

  @Get('certificates/:id/paper.pdf')
  @Rule(canReadCertificate)
  async pdf(
    @CallerOf() caller: Caller,
    @Param('id', Uuid) id: string,
    @Query() { lang }: CertificateLanguage,
  ): Promise<StreamableFile> {
    const row = await this.certificates.paper(caller, id);
    const { partners, language } = row.content;
    const logos = await logosOf(this.files, partners, lang ?? 'et', language);
    const stream = certificatePdf(row, lang ?? 'et', addressOf(row, this.options.publicUrl), logos);
    const name = lang === 'en' ? `${row.number}-en` : row.number;
    const disposition = `attachment; filename="${name}.pdf"`;
    return new StreamableFile(stream, { type: 'application/pdf', disposition });
  }

  @Get('certificates/:id/badge.jwt')
  @Rule(isHolder)
  async badge(@CallerOf() caller: Caller, @Param('id', Uuid) id: string): Promise<StreamableFile> {
    const signed = Buffer.from(await this.badges.signed(caller, id));
    return new StreamableFile(signed, {
      type: 'application/vc+jwt',
      disposition: 'attachment; filename="opiring-badge.jwt"',
    });
  }

  @Get('badges/keys')
  @Public()
  @Header('access-control-allow-origin', '*')
  async jwks() {
    return { keys: await this.keys.published() };
  }

  @Get('badges/keys/:kid')
  @Public()
  @Header('access-control-allow-origin', '*')
  async key(@Param('kid') kid: string) {
    const found = (await this.keys.published()).find((key) => key.kid === this.keys.nameOf(kid));
    if (!found) throw new NotFound();
    return found;
  }

  @Get('badges/issuer')
  @Public()
  issuer() {
    return {
      id: `${this.badges.base}/issuer`,
      type: ['Profile'],
      name: 'Õpiring',
      url: this.options.publicUrl,
    };
  }

  @Get('badges/revocations')
  @Public()
  revocations() {
    return this.badges.withdrawn();
  }
}
