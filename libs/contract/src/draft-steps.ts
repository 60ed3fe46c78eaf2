import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsUUID,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import {
  ACTIVITY_KINDS,
  type ActivityKind,
  type ActivityView,
  ChangeActivity,
  ChangeModule,
  type ModuleContent,
} from './curriculum';
import { isSent, IsLocalText, type LocalTextInput } from './text';

/** What one step makes of an activity. `after` names its neighbour before it, null for the first place; it wins over `position` where it is there. */
export class ActivityStep extends ChangeActivity {
  @IsUUID() id!: string;
  @IsInt() @Min(1) revision!: number;
  @IsOptional() @IsUUID() after?: string | null;
  /** true retires it, false brings it back. */
  @ValidateIf(isSent) @IsBoolean() retired?: boolean;
}
/** What one step makes of a module. Retiring takes all that is in it along; bringing back brings what went with it. */
export class ModuleStep extends ChangeModule {
  @IsUUID() id!: string;
  @IsInt() @Min(1) revision!: number;
  @IsOptional() @IsUUID() after?: string | null;
  @ValidateIf(isSent) @IsBoolean() retired?: boolean;
}
/** POST /api/cohorts/:cohortId/draft-steps: several things of the draft changed, moved, retired or brought back at once, all or nothing. */
export class TakeDraftStep {
  @ValidateIf(isSent)
  @IsArray()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => ActivityStep)
  activities?: ActivityStep[];
  @ValidateIf(isSent)
  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => ModuleStep)
  modules?: ModuleStep[];
}
interface Revised {
  id: string;
  revision: number;
}
/** The revisions by which what was touched is edited next. */
export interface DraftStepView {
  activities: Revised[];
  modules: Revised[];
}
/** With 412, as `current`: what was changed meanwhile, as it stands now. */
export interface DraftStepStale {
  activities: (ActivityView & { retired: boolean })[];
  modules: (ModuleContent & { retired: boolean })[];
}

/** What can be written as a line: these need neither a question nor a meeting. */
export const LINE_KINDS = ACTIVITY_KINDS.filter((kind) => kind !== 'answer' && kind !== 'attend');
export class ActivityLine {
  @IsIn(LINE_KINDS) kind!: ActivityKind;
  @IsLocalText({ max: 300 }) title!: LocalTextInput;
  @IsOptional() @IsInt() @Min(0) @Max(6000) minutes?: number | null;
  @ValidateIf(isSent) @IsBoolean() required?: boolean;
}
/** POST /api/modules/:id/activity-lists: several new activities at the end of a module, all or none. */
export class CreateActivityList {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => ActivityLine)
  activities!: ActivityLine[];
}
export interface ActivityListView {
  activities: ActivityView[];
}
