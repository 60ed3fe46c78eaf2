import type { Readable } from 'node:stream';
import type { MultipartFile } from '@fastify/multipart';
import { applyDecorators, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { FileRefused } from './file-refused';

/** A file on its way in, under the name its sender gave it. */
export interface Sent {
  name: string;
  stream: Readable;
  /** Whether it went on beyond what was read. */
  cut?: () => boolean;
}
/** A request that carries a file. Nothing of it is read before it is asked for, so that who may is known first. */
export interface Upload {
  file(most: number): Promise<Sent>;
}

/** How a route that takes one file is told about. */
export const TakesFile = (): MethodDecorator =>
  applyDecorators(
    ApiConsumes('multipart/form-data'),
    ApiBody({
      schema: {
        type: 'object',
        required: ['file'],
        properties: { file: { type: 'string', format: 'binary' } },
      },
    }),
  );

export const UploadOf = createParamDecorator((_: unknown, context: ExecutionContext): Upload => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  return { file: (most) => fileOf(request, most) };
});

async function fileOf(request: FastifyRequest, most: number): Promise<Sent> {
  if (!request.isMultipart()) throw new FileRefused('file-needed');
  let part: MultipartFile | undefined;
  try {
    part = await request.file({
      limits: { fileSize: most + 1, files: 1, fields: 4, fieldSize: 1_000, parts: 6, headerPairs: 20 },
      throwFileSizeLimit: false,
    });
  } catch {
    throw new FileRefused('file-needed');
  }
  if (!part) throw new FileRefused('file-needed');
  const { file, filename } = part;
  // As browsers write a name into a form: these three, and nothing else, are escaped.
  const name = filename?.replace(/%(22|0A|0D)/g, (sign) => decodeURIComponent(sign));
  return { name: name || 'fail', stream: file, cut: () => file.truncated };
}
