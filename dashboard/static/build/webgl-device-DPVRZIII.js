import{a}from"./chunk-KIB2IREQ.js";import"./chunk-67DGIICS.js";export{a as WebGLDevice};
