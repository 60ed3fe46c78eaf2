export { curriculumRoutes } from './curriculum.routes';
export { ReleaseWords } from './release/release-words';
