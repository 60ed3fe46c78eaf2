import { Body, Controller, Get, HttpCode, Post, Req } from '@nestjs/common';
import { AskForSignInLink, type InstallationView, type SignInLinkAnswer } from '@opiring/contract/identity';
import { Public } from '@opiring/platform/api';
import type { FastifyRequest } from 'fastify';
import { InstallationService } from './installation.service';
import { SignInLinksService } from './sign-in-links.service';

/** What a stranger may ask. */
@Controller()
@Public()
export class SignInController {
  constructor(
    private readonly links: SignInLinksService,
    private readonly installation: InstallationService,
  ) {}

  @Post('sign-in-links')
  @HttpCode(202)
  ask(@Body() { email }: AskForSignInLink, @Req() request: FastifyRequest): Promise<SignInLinkAnswer> {
    return this.links.ask(email, request.ip);
  }

  @Get('installation')
  about(): Promise<InstallationView> {
    return this.installation.view();
  }
}
