import { BadInput, DomainError } from '@opiring/platform/api';

export class TooManyMaterials extends DomainError {
  constructor() {
    super('too-many-materials', 409, 'An activity holds at most twenty materials.');
  }
}
export class UnknownMaterial extends BadInput {
  constructor(at: number) {
    super({ [`materials.${at}`]: ['must be a link, or name a material that is or was here'] });
  }
}
