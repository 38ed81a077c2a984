var d=new Set(["years","text"]),r=(t,s,o)=>t.reduce((c,e)=>e.do==="set"&&e.name===s?e.value:e.do==="reset"&&d.has(s)?null:c,o);export{r as a};
