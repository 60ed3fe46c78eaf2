import { Body, Controller, Get, Header, Param, Put, Req } from '@nestjs/common';
import {
  ChangeShowing,
  type OwnCertificateView,
  type VerificationView,
} from '@opiring/contract/certificates';
import { type Caller, CallerOf, isSignedIn, Public, Rule, Uuid } from '@opiring/platform/api';
import type { FastifyRequest } from 'fastify';
import { isHolder } from './certificate.policy';
import { OwnCertificatesService } from './own-certificates.service';

/** A paper's holder, and whoever is shown it. */
@Controller()
export class OwnCertificatesController {
  constructor(private readonly certificates: OwnCertificatesService) {}

  @Get('me/certificates')
  @Rule(isSignedIn)
  mine(@CallerOf() caller: Caller): Promise<OwnCertificateView[]> {
    return this.certificates.mine(caller);
  }

  @Put('certificates/:id/showing')
  @Rule(isHolder)
  show(
    @CallerOf() caller: Caller,
    @Param('id', Uuid) id: string,
    @Body() body: ChangeShowing,
  ): Promise<OwnCertificateView> {
    return this.certificates.show(caller, id, body);
  }

  @Get('verifications/:code')
  @Public()
  @Header('x-robots-tag', 'noindex, nofollow')
  verify(@Param('code') code: string, @Req() request: FastifyRequest): Promise<VerificationView> {
    return this.certificates.verify(code, request.ip);
  }
}
