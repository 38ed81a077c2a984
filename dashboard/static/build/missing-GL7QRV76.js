import{imprint as e}from"./shared-6IOVGDFH.js";addEventListener("beforeprint",()=>{let t=document.querySelector(".imprint");t.textContent=e(t.dataset.locale??"")});
