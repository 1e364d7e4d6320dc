// Runs the built command with the arguments, and at its end tells on standard error, as JSON, what its start took.
const vm = require('node:vm');
const path = require('node:path');

const before = new Set(process.moduleLoadList);
let isCacheTaken = false;
vm.Script = class extends vm.Script {
  constructor(code, options) {
    super(code, options);
    isCacheTaken = this.cachedDataRejected === false;
  }
};
process.on('exit', () => {
  const loaded = process.moduleLoadList.filter((name) => !before.has(name));
  process.stderr.write(JSON.stringify({ loaded, isCacheTaken }));
});
require(path.resolve(__dirname, '../../packages/cli/dist/failover.cjs'));
