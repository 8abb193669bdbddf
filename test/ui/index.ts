import "./package.test.ts";
import "./packaged.test.ts";
