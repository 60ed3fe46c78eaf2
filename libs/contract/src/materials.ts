import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsOptional,
  IsUrl,
  IsUUID,
  MaxLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import type { ActivityKind } from './curriculum';
import { isSent, IsLocalText, type LocalText, type LocalTextInput } from './text';

/** A file as readers meet it. `hash` tells whether two are the same; it opens nothing. */
export interface MaterialFile {
  name: string;
  type: string;
  size: number;
  hash: string;
}
/** Something to take along from an activity: a link or a file, never both. */
export interface MaterialView {
  id: string;
  /** Empty where the file's name or the link's host says enough. */
  title: LocalText;
  url?: string;
  /** GET /api/activities/:id/materials/:materialId gives it. */
  file?: MaterialFile;
}
/** With `id` it is one that is there or was, and keeps its link or file; without it, a new link. */
export class PutMaterial {
  @ValidateIf(isSent) @IsUUID() id?: string;
  @ValidateIf(isSent) @IsLocalText({ max: 300, blank: true }) title?: LocalTextInput;
  @IsOptional()
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true })
  @MaxLength(2000)
  url?: string;
}
/** PUT /api/activities/:id/materials, If-Match with the activity's revision: all of them, in order. */
export class PutMaterials {
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => PutMaterial)
  materials!: PutMaterial[];
}
/** Why a file is not taken, be it sent by itself or in an archive. */
export type FileRefusal =
  | 'file-empty'
  | 'file-too-large'
  | 'file-kind'
  | 'file-disguised'
  | 'file-with-macros'
  | 'file-locked'
  | 'file-broken';
/** Also of POST /api/activities/:id/materials/files, which takes one file as multipart/form-data and adds it at the end. */
export type MaterialError = FileRefusal | 'file-needed' | 'file-cut' | 'too-many-materials';

/** GET /api/cohorts/:cohortId/materials: what is published, by module; what has none is left out. */
export interface MaterialsView {
  modules: {
    id: string;
    title: LocalText;
    activities: { id: string; kind: ActivityKind; title: LocalText; materials: MaterialView[] }[];
  }[];
}
