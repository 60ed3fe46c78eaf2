import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { CertificateReason, type CertificatesView, IssueCertificates } from '@opiring/contract/certificates';
import { type Caller, CallerOf, Rule, Uuid } from '@opiring/platform/api';
import { canIssue } from './certificate.policy';
import { CertificatesService } from './certificates.service';

/** Papers in the hands of the program leader. */
@Controller()
@Rule(canIssue)
export class CertificatesController {
  constructor(private readonly certificates: CertificatesService) {}

  @Get('cohorts/:cohortId/certificates')
  list(@CallerOf() caller: Caller, @Param('cohortId', Uuid) cohortId: string): Promise<CertificatesView> {
    return this.certificates.list(caller, cohortId);
  }

  @Post('cohorts/:cohortId/certificates')
  issue(
    @CallerOf() caller: Caller,
    @Param('cohortId', Uuid) cohortId: string,
    @Body() body: IssueCertificates,
  ): Promise<CertificatesView> {
    return this.certificates.issue(caller, cohortId, body);
  }

  @Post('certificates/:id/reissue')
  reissue(
    @CallerOf() caller: Caller,
    @Param('id', Uuid) id: string,
    @Body() { reason }: CertificateReason,
  ): Promise<CertificatesView> {
    return this.certificates.reissue(caller, id, reason);
  }

  @Post('certificates/:id/revocation')
  @HttpCode(200)
  revoke(
    @CallerOf() caller: Caller,
    @Param('id', Uuid) id: string,
    @Body() { reason }: CertificateReason,
  ): Promise<CertificatesView> {
    return this.certificates.revoke(caller, id, reason);
  }
}
