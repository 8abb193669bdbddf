import "./grammar.test.ts";
import "./package.test.ts";
import "./start.test.ts";
import "./activation.test.ts";
import "./packaged.test.ts";
import "./renames.test.ts";
import "./preview.test.ts";
import "./failure.test.ts";
