// Plain JavaScript on purpose: an older Node must be able to read this sentence instead of failing on the
// first TypeScript file.
const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  process.stderr.write(
    `This needs Node 24, and this is Node ${process.versions.node}. ` +
      'Run `npm ci` (without --ignore-scripts: that would leave out the Node 24 that it brings along), ' +
      'then use the npm scripts, for example `npm test`.\n',
  );
  process.exit(1);
}
