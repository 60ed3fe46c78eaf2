import type {
  ActivityView,
  ChangeActivity,
  ChangeModule,
  ChangeView,
  ModuleContent,
  ModuleView,
} from '@opiring/contract/curriculum';

/** The change that makes a draft activity what is published; its old module only if that is still there. */
export function publishedActivity(change: ChangeView, modules: readonly ModuleView[]): ChangeActivity {
  const {
    title,
    instructions,
    required,
    minutes,
    opensOn,
    release = null,
    link,
    frame = null,
    moduleId,
  } = change.before as ActivityView;
  const moved = change.fields.includes('module') && modules.some(({ id }) => id === moduleId);
  return {
    title,
    instructions,
    required,
    minutes,
    opensOn,
    release,
    link,
    frame,
    ...(moved && { moduleId }),
    ...placeOf(change, moved),
  };
}

/** The change that makes a draft module what is published. */
export function publishedModule(change: ChangeView): ChangeModule {
  const { title, purpose, startsOn, endsOn, release = null, alongside } = change.before as ModuleContent;
  return { title, purpose, startsOn, endsOn, release, alongside, ...placeOf(change, false) };
}

const placeOf = ({ fields, from }: ChangeView, moved: boolean): { position?: number } =>
  from !== null && (moved || fields.includes('place')) ? { position: from } : {};
