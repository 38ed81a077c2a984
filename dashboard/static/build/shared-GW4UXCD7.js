import{a}from"./shared-HSLER4VA.js";import"./shared-QN3OQMCB.js";import"./shared-QVMF7S3P.js";export{a as WebGLDevice};
