import "./packaged.test.ts";
