// The package ships this file without its types; only the one name is used.
declare module 'class-transformer/cjs/storage.js' {
  const storage: { defaultMetadataStorage: object };
  export default storage;
}
