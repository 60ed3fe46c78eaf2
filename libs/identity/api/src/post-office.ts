import { Injectable, Logger } from '@nestjs/common';
import { PlatformOptions } from '@opiring/platform/api';
import { createTransport, type Transporter } from 'nodemailer';

/** A letter in plain text. */
export interface Letter {
  to: string;
  subject: string;
  text: string;
}

/** Milliseconds; shorter than a letter's lease, so that nobody else takes it while it is being sent. */
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

/** Sends letters by the configured server; without one, writes them to the console of the installation. */
@Injectable()
export class PostOffice {
  private readonly log = new Logger('Mail');
  private readonly transport: Transporter | undefined;
  private readonly from: string;

  constructor(options: PlatformOptions) {
    this.transport = options.mail && createTransport({ url: options.mail.url, ...PATIENCE });
    this.from = options.mail?.from ?? '';
  }

  get sends(): boolean {
    return this.transport !== undefined;
  }

  /** Waits until the mail server has taken the letter. The id goes with it: whoever gets it twice can tell. */
  async send(letter: Letter, id: string): Promise<void> {
    if (!this.transport) throw new Error('There is no mail server.');
    const messageId = `<${id}@${this.from.split('@')[1]?.replace(/[^\w.-].*$/, '') ?? 'opiring'}>`;
    await this.transport.sendMail({ from: this.from, messageId, ...letter });
  }

  /** Never waits for the mail server and never fails the request: known and unknown addresses answer alike. */
  post(letter: Letter): void {
    if (!this.transport) {
      process.stdout.write(`Letter to ${letter.to}: ${letter.text}\n`);
      return;
    }
    const sent = this.transport.sendMail({ from: this.from, ...letter });
    void sent.catch((error: unknown) =>
      this.log.error(`A letter could not be sent: ${(error as { code?: string }).code ?? 'unknown'}`),
    );
  }
}
