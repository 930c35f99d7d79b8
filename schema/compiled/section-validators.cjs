// Generated from schema/*.xml by src/configuration/generate-validators.ts (npm run generate). Do not edit; a test compares.
"use strict";
exports.section0 = validate10;
const schema11 = {"$id":"system.applicationHost/sites","type":"object","properties":{"<siteDefaults":{"type":"object","properties":{"@name":{"type":"string","pattern":"^[^/?]+$"},"@id":{"type":"integer","minimum":0,"maximum":4294967295},"@serverAutoStart":{"type":"boolean"},"<bindings":{"type":"object","properties":{"[binding":{"type":"array","items":{"type":"object","properties":{"@protocol":{"type":"string","pattern":"[^]"},"@bindingInformation":{"type":"string","pattern":"[^]"},"@sslFlags":{"type":"integer","minimum":0,"maximum":4294967295}},"required":["@protocol","@bindingInformation"],"additionalProperties":false}},"[clear":{"type":"array","items":{"type":"object","additionalProperties":false}}},"additionalProperties":false},"<limits":{"type":"object","properties":{"@maxBandwidth":{"type":"integer","minimum":0,"maximum":4294967295,"not":{"type":"integer","minimum":0,"maximum":1023}},"@maxConnections":{"type":"integer","minimum":0,"maximum":4294967295},"@connectionTimeout":{"type":"number","minimum":0,"maximum":65535,"granularity":{"from":0,"step":1}},"@maxUrlSegments":{"type":"integer","minimum":0,"maximum":16383}},"additionalProperties":false}},"additionalProperties":false},"<applicationDefaults":{"type":"object","properties":{"@path":{"type":"string","pattern":"^/$|^(/(?!\\.{1,2}(/|$))[^/]+)+$"},"@applicationPool":{"type":"string","pattern":"^[^|<>&\"/\\\\\\[\\]+=;:,?*@]+$"},"@enabledProtocols":{"type":"string"},"@serviceAutoStartEnabled":{"type":"boolean"},"@serviceAutoStartProvider":{"type":"string"},"@preloadEnabled":{"type":"boolean"}},"additionalProperties":false},"<virtualDirectoryDefaults":{"type":"object","properties":{"@path":{"type":"string","pattern":"^/$|^(/(?!\\.{1,2}(/|$))[^/]+)+$"},"@physicalPath":{"type":"string"},"@userName":{"type":"string"},"@password":{"type":"string"},"@logonMethod":{"enum":["Interactive","Batch","Network","ClearText"]},"@allowSubDirConfig":{"type":"boolean"}},"additionalProperties":false},"[site":{"type":"array","items":{"type":"object","properties":{"@name":{"type":"string","pattern":"^[^/?]+$"},"@id":{"type":"integer","minimum":0,"maximum":4294967295},"@serverAutoStart":{"type":"boolean"},"<bindings":{"type":"object","properties":{"[binding":{"type":"array","items":{"type":"object","properties":{"@protocol":{"type":"string","pattern":"[^]"},"@bindingInformation":{"type":"string","pattern":"[^]"},"@sslFlags":{"type":"integer","minimum":0,"maximum":4294967295},"@certificateFile":{"type":"string"},"@keyFile":{"type":"string"},"@passphraseFile":{"type":"string"}},"required":["@protocol","@bindingInformation"],"additionalProperties":false}},"[clear":{"type":"array","items":{"type":"object","additionalProperties":false}}},"additionalProperties":false},"<limits":{"type":"object","properties":{"@maxBandwidth":{"type":"integer","minimum":0,"maximum":4294967295,"not":{"type":"integer","minimum":0,"maximum":1023}},"@maxConnections":{"type":"integer","minimum":0,"maximum":4294967295},"@connectionTimeout":{"type":"number","minimum":0,"maximum":65535,"granularity":{"from":0,"step":1}},"@maxUrlSegments":{"type":"integer","minimum":0,"maximum":16383}},"additionalProperties":false},"<applicationDefaults":{"type":"object","properties":{"@path":{"type":"string","pattern":"^/$|^(/(?!\\.{1,2}(/|$))[^/]+)+$"},"@applicationPool":{"type":"string","pattern":"^[^|<>&\"/\\\\\\[\\]+=;:,?*@]+$"},"@enabledProtocols":{"type":"string"},"@serviceAutoStartEnabled":{"type":"boolean"},"@serviceAutoStartProvider":{"type":"string"},"@preloadEnabled":{"type":"boolean"}},"additionalProperties":false},"<virtualDirectoryDefaults":{"type":"object","properties":{"@path":{"type":"string","pattern":"^/$|^(/(?!\\.{1,2}(/|$))[^/]+)+$"},"@physicalPath":{"type":"string"},"@userName":{"type":"string"},"@password":{"type":"string"},"@logonMethod":{"enum":["Interactive","Batch","Network","ClearText"]},"@allowSubDirConfig":{"type":"boolean"}},"additionalProperties":false},"[application":{"type":"array","items":{"type":"object","properties":{"@path":{"type":"string","pattern":"^/$|^(/(?!\\.{1,2}(/|$))[^/]+)+$"},"@applicationPool":{"type":"string","pattern":"^[^|<>&\"/\\\\\\[\\]+=;:,?*@]+$"},"@enabledProtocols":{"type":"string"},"@serviceAutoStartEnabled":{"type":"boolean"},"@serviceAutoStartProvider":{"type":"string"},"@preloadEnabled":{"type":"boolean"},"<virtualDirectoryDefaults":{"type":"object","properties":{"@path":{"type":"string","pattern":"^/$|^(/(?!\\.{1,2}(/|$))[^/]+)+$"},"@physicalPath":{"type":"string"},"@userName":{"type":"string"},"@password":{"type":"string"},"@logonMethod":{"enum":["Interactive","Batch","Network","ClearText"]},"@allowSubDirConfig":{"type":"boolean"}},"additionalProperties":false},"[virtualDirectory":{"type":"array","items":{"type":"object","properties":{"@path":{"type":"string","pattern":"^/$|^(/(?!\\.{1,2}(/|$))[^/]+)+$"},"@physicalPath":{"type":"string"},"@userName":{"type":"string"},"@password":{"type":"string"},"@logonMethod":{"enum":["Interactive","Batch","Network","ClearText"]},"@allowSubDirConfig":{"type":"boolean"}},"additionalProperties":false}}},"required":["@path"],"additionalProperties":false}}},"required":["@name","@id"],"additionalProperties":false}}},"additionalProperties":false};
const pattern0 = new RegExp("^[^/?]+$", "u");
const pattern1 = new RegExp("[^]", "u");
const pattern3 = new RegExp("^/$|^(/(?!\\.{1,2}(/|$))[^/]+)+$", "u");
const pattern4 = new RegExp("^[^|<>&\"/\\\\\\[\\]+=;:,?*@]+$", "u");

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="system.applicationHost/sites" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((key0 === "<siteDefaults") || (key0 === "<applicationDefaults")) || (key0 === "<virtualDirectoryDefaults")) || (key0 === "[site"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data["<siteDefaults"] !== undefined){
let data0 = data["<siteDefaults"];
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
for(const key1 in data0){
if(!(((((key1 === "@name") || (key1 === "@id")) || (key1 === "@serverAutoStart")) || (key1 === "<bindings")) || (key1 === "<limits"))){
const err1 = {instancePath:instancePath+"/<siteDefaults",schemaPath:"#/properties/%3CsiteDefaults/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data0["@name"] !== undefined){
let data1 = data0["@name"];
if(typeof data1 === "string"){
if(!pattern0.test(data1)){
const err2 = {instancePath:instancePath+"/<siteDefaults/@name",schemaPath:"#/properties/%3CsiteDefaults/properties/%40name/pattern",keyword:"pattern",params:{pattern: "^[^/?]+$"},message:"must match pattern \""+"^[^/?]+$"+"\""};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/<siteDefaults/@name",schemaPath:"#/properties/%3CsiteDefaults/properties/%40name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data0["@id"] !== undefined){
let data2 = data0["@id"];
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
const err4 = {instancePath:instancePath+"/<siteDefaults/@id",schemaPath:"#/properties/%3CsiteDefaults/properties/%40id/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 4294967295 || isNaN(data2)){
const err5 = {instancePath:instancePath+"/<siteDefaults/@id",schemaPath:"#/properties/%3CsiteDefaults/properties/%40id/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295},message:"must be <= 4294967295"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data2 < 0 || isNaN(data2)){
const err6 = {instancePath:instancePath+"/<siteDefaults/@id",schemaPath:"#/properties/%3CsiteDefaults/properties/%40id/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
if(data0["@serverAutoStart"] !== undefined){
if(typeof data0["@serverAutoStart"] !== "boolean"){
const err7 = {instancePath:instancePath+"/<siteDefaults/@serverAutoStart",schemaPath:"#/properties/%3CsiteDefaults/properties/%40serverAutoStart/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data0["<bindings"] !== undefined){
let data4 = data0["<bindings"];
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
for(const key2 in data4){
if(!((key2 === "[binding") || (key2 === "[clear"))){
const err8 = {instancePath:instancePath+"/<siteDefaults/<bindings",schemaPath:"#/properties/%3CsiteDefaults/properties/%3Cbindings/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data4["[binding"] !== undefined){
let data5 = data4["[binding"];
if(Array.isArray(data5)){
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
let data6 = data5[i0];
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(data6["@protocol"] === undefined){
const err9 = {instancePath:instancePath+"/<siteDefaults/<bindings/[binding/" + i0,schemaPath:"#/properties/%3CsiteDefaults/properties/%3Cbindings/properties/%5Bbinding/items/required",keyword:"required",params:{missingProperty: "@protocol"},message:"must have required property '"+"@protocol"+"'"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data6["@bindingInformation"] === undefined){
const err10 = {instancePath:instancePath+"/<siteDefaults/<bindings/[binding/" + i0,schemaPath:"#/properties/%3CsiteDefaults/properties/%3Cbindings/properties/%5Bbinding/items/required",keyword:"required",params:{missingProperty: "@bindingInformation"},message:"must have required property '"+"@bindingInformation"+"'"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
for(const key3 in data6){
if(!(((key3 === "@protocol") || (key3 === "@bindingInformation")) || (key3 === "@sslFlags"))){
const err11 = {instancePath:instancePath+"/<siteDefaults/<bindings/[binding/" + i0,schemaPath:"#/properties/%3CsiteDefaults/properties/%3Cbindings/properties/%5Bbinding/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data6["@protocol"] !== undefined){
let data7 = data6["@protocol"];
if(typeof data7 === "string"){
if(!pattern1.test(data7)){
const err12 = {instancePath:instancePath+"/<siteDefaults/<bindings/[binding/" + i0+"/@protocol",schemaPath:"#/properties/%3CsiteDefaults/properties/%3Cbindings/properties/%5Bbinding/items/properties/%40protocol/pattern",keyword:"pattern",params:{pattern: "[^]"},message:"must match pattern \""+"[^]"+"\""};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/<siteDefaults/<bindings/[binding/" + i0+"/@protocol",schemaPath:"#/properties/%3CsiteDefaults/properties/%3Cbindings/properties/%5Bbinding/items/properties/%40protocol/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data6["@bindingInformation"] !== undefined){
let data8 = data6["@bindingInformation"];
if(typeof data8 === "string"){
if(!pattern1.test(data8)){
const err14 = {instancePath:instancePath+"/<siteDefaults/<bindings/[binding/" + i0+"/@bindingInformation",schemaPath:"#/properties/%3CsiteDefaults/properties/%3Cbindings/properties/%5Bbinding/items/properties/%40bindingInformation/pattern",keyword:"pattern",params:{pattern: "[^]"},message:"must match pattern \""+"[^]"+"\""};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/<siteDefaults/<bindings/[binding/" + i0+"/@bindingInformation",schemaPath:"#/properties/%3CsiteDefaults/properties/%3Cbindings/properties/%5Bbinding/items/properties/%40bindingInformation/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data6["@sslFlags"] !== undefined){
let data9 = data6["@sslFlags"];
if(!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))){
const err16 = {instancePath:instancePath+"/<siteDefaults/<bindings/[binding/" + i0+"/@sslFlags",schemaPath:"#/properties/%3CsiteDefaults/properties/%3Cbindings/properties/%5Bbinding/items/properties/%40sslFlags/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 > 4294967295 || isNaN(data9)){
const err17 = {instancePath:instancePath+"/<siteDefaults/<bindings/[binding/" + i0+"/@sslFlags",schemaPath:"#/properties/%3CsiteDefaults/properties/%3Cbindings/properties/%5Bbinding/items/properties/%40sslFlags/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295},message:"must be <= 4294967295"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(data9 < 0 || isNaN(data9)){
const err18 = {instancePath:instancePath+"/<siteDefaults/<bindings/[binding/" + i0+"/@sslFlags",schemaPath:"#/properties/%3CsiteDefaults/properties/%3Cbindings/properties/%5Bbinding/items/properties/%40sslFlags/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
}
else {
const err19 = {instancePath:instancePath+"/<siteDefaults/<bindings/[binding/" + i0,schemaPath:"#/properties/%3CsiteDefaults/properties/%3Cbindings/properties/%5Bbinding/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
else {
const err20 = {instancePath:instancePath+"/<siteDefaults/<bindings/[binding",schemaPath:"#/properties/%3CsiteDefaults/properties/%3Cbindings/properties/%5Bbinding/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data4["[clear"] !== undefined){
let data10 = data4["[clear"];
if(Array.isArray(data10)){
const len1 = data10.length;
for(let i1=0; i1<len1; i1++){
let data11 = data10[i1];
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
for(const key4 in data11){
const err21 = {instancePath:instancePath+"/<siteDefaults/<bindings/[clear/" + i1,schemaPath:"#/properties/%3CsiteDefaults/properties/%3Cbindings/properties/%5Bclear/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/<siteDefaults/<bindings/[clear/" + i1,schemaPath:"#/properties/%3CsiteDefaults/properties/%3Cbindings/properties/%5Bclear/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
else {
const err23 = {instancePath:instancePath+"/<siteDefaults/<bindings/[clear",schemaPath:"#/properties/%3CsiteDefaults/properties/%3Cbindings/properties/%5Bclear/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
else {
const err24 = {instancePath:instancePath+"/<siteDefaults/<bindings",schemaPath:"#/properties/%3CsiteDefaults/properties/%3Cbindings/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data0["<limits"] !== undefined){
let data12 = data0["<limits"];
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
for(const key5 in data12){
if(!((((key5 === "@maxBandwidth") || (key5 === "@maxConnections")) || (key5 === "@connectionTimeout")) || (key5 === "@maxUrlSegments"))){
const err25 = {instancePath:instancePath+"/<siteDefaults/<limits",schemaPath:"#/properties/%3CsiteDefaults/properties/%3Climits/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data12["@maxBandwidth"] !== undefined){
let data13 = data12["@maxBandwidth"];
if(!(((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13))) && (isFinite(data13)))){
const err26 = {instancePath:instancePath+"/<siteDefaults/<limits/@maxBandwidth",schemaPath:"#/properties/%3CsiteDefaults/properties/%3Climits/properties/%40maxBandwidth/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
const _errs35 = errors;
const _errs36 = errors;
if(!(((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13))) && (isFinite(data13)))){
const err27 = {};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if(errors === _errs36){
if((typeof data13 == "number") && (isFinite(data13))){
if(data13 > 1023 || isNaN(data13)){
const err28 = {};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
else {
if(data13 < 0 || isNaN(data13)){
const err29 = {};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
}
}
var valid9 = _errs36 === errors;
if(valid9){
const err30 = {instancePath:instancePath+"/<siteDefaults/<limits/@maxBandwidth",schemaPath:"#/properties/%3CsiteDefaults/properties/%3Climits/properties/%40maxBandwidth/not",keyword:"not",params:{},message:"must NOT be valid"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
else {
errors = _errs35;
if(vErrors !== null){
if(_errs35){
vErrors.length = _errs35;
}
else {
vErrors = null;
}
}
}
if((typeof data13 == "number") && (isFinite(data13))){
if(data13 > 4294967295 || isNaN(data13)){
const err31 = {instancePath:instancePath+"/<siteDefaults/<limits/@maxBandwidth",schemaPath:"#/properties/%3CsiteDefaults/properties/%3Climits/properties/%40maxBandwidth/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295},message:"must be <= 4294967295"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if(data13 < 0 || isNaN(data13)){
const err32 = {instancePath:instancePath+"/<siteDefaults/<limits/@maxBandwidth",schemaPath:"#/properties/%3CsiteDefaults/properties/%3Climits/properties/%40maxBandwidth/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
}
if(data12["@maxConnections"] !== undefined){
let data14 = data12["@maxConnections"];
if(!(((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14))) && (isFinite(data14)))){
const err33 = {instancePath:instancePath+"/<siteDefaults/<limits/@maxConnections",schemaPath:"#/properties/%3CsiteDefaults/properties/%3Climits/properties/%40maxConnections/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
if((typeof data14 == "number") && (isFinite(data14))){
if(data14 > 4294967295 || isNaN(data14)){
const err34 = {instancePath:instancePath+"/<siteDefaults/<limits/@maxConnections",schemaPath:"#/properties/%3CsiteDefaults/properties/%3Climits/properties/%40maxConnections/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295},message:"must be <= 4294967295"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if(data14 < 0 || isNaN(data14)){
const err35 = {instancePath:instancePath+"/<siteDefaults/<limits/@maxConnections",schemaPath:"#/properties/%3CsiteDefaults/properties/%3Climits/properties/%40maxConnections/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
}
if(data12["@connectionTimeout"] !== undefined){
let data15 = data12["@connectionTimeout"];
if((typeof data15 == "number") && (isFinite(data15))){
if(data15 > 65535 || isNaN(data15)){
const err36 = {instancePath:instancePath+"/<siteDefaults/<limits/@connectionTimeout",schemaPath:"#/properties/%3CsiteDefaults/properties/%3Climits/properties/%40connectionTimeout/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535},message:"must be <= 65535"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
if(data15 < 0 || isNaN(data15)){
const err37 = {instancePath:instancePath+"/<siteDefaults/<limits/@connectionTimeout",schemaPath:"#/properties/%3CsiteDefaults/properties/%3Climits/properties/%40connectionTimeout/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
if((data15 - 0) % 1 !== 0){
const err38 = {instancePath:instancePath+"/<siteDefaults/<limits/@connectionTimeout",schemaPath:"#/properties/%3CsiteDefaults/properties/%3Climits/properties/%40connectionTimeout/granularity",keyword:"granularity",params:{},message:"must pass \"granularity\" keyword validation"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
else {
const err39 = {instancePath:instancePath+"/<siteDefaults/<limits/@connectionTimeout",schemaPath:"#/properties/%3CsiteDefaults/properties/%3Climits/properties/%40connectionTimeout/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data12["@maxUrlSegments"] !== undefined){
let data16 = data12["@maxUrlSegments"];
if(!(((typeof data16 == "number") && (!(data16 % 1) && !isNaN(data16))) && (isFinite(data16)))){
const err40 = {instancePath:instancePath+"/<siteDefaults/<limits/@maxUrlSegments",schemaPath:"#/properties/%3CsiteDefaults/properties/%3Climits/properties/%40maxUrlSegments/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if((typeof data16 == "number") && (isFinite(data16))){
if(data16 > 16383 || isNaN(data16)){
const err41 = {instancePath:instancePath+"/<siteDefaults/<limits/@maxUrlSegments",schemaPath:"#/properties/%3CsiteDefaults/properties/%3Climits/properties/%40maxUrlSegments/maximum",keyword:"maximum",params:{comparison: "<=", limit: 16383},message:"must be <= 16383"};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
if(data16 < 0 || isNaN(data16)){
const err42 = {instancePath:instancePath+"/<siteDefaults/<limits/@maxUrlSegments",schemaPath:"#/properties/%3CsiteDefaults/properties/%3Climits/properties/%40maxUrlSegments/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
}
}
else {
const err43 = {instancePath:instancePath+"/<siteDefaults/<limits",schemaPath:"#/properties/%3CsiteDefaults/properties/%3Climits/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
}
else {
const err44 = {instancePath:instancePath+"/<siteDefaults",schemaPath:"#/properties/%3CsiteDefaults/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data["<applicationDefaults"] !== undefined){
let data17 = data["<applicationDefaults"];
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
for(const key6 in data17){
if(!((((((key6 === "@path") || (key6 === "@applicationPool")) || (key6 === "@enabledProtocols")) || (key6 === "@serviceAutoStartEnabled")) || (key6 === "@serviceAutoStartProvider")) || (key6 === "@preloadEnabled"))){
const err45 = {instancePath:instancePath+"/<applicationDefaults",schemaPath:"#/properties/%3CapplicationDefaults/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data17["@path"] !== undefined){
let data18 = data17["@path"];
if(typeof data18 === "string"){
if(!pattern3.test(data18)){
const err46 = {instancePath:instancePath+"/<applicationDefaults/@path",schemaPath:"#/properties/%3CapplicationDefaults/properties/%40path/pattern",keyword:"pattern",params:{pattern: "^/$|^(/(?!\\.{1,2}(/|$))[^/]+)+$"},message:"must match pattern \""+"^/$|^(/(?!\\.{1,2}(/|$))[^/]+)+$"+"\""};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
else {
const err47 = {instancePath:instancePath+"/<applicationDefaults/@path",schemaPath:"#/properties/%3CapplicationDefaults/properties/%40path/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
if(data17["@applicationPool"] !== undefined){
let data19 = data17["@applicationPool"];
if(typeof data19 === "string"){
if(!pattern4.test(data19)){
const err48 = {instancePath:instancePath+"/<applicationDefaults/@applicationPool",schemaPath:"#/properties/%3CapplicationDefaults/properties/%40applicationPool/pattern",keyword:"pattern",params:{pattern: "^[^|<>&\"/\\\\\\[\\]+=;:,?*@]+$"},message:"must match pattern \""+"^[^|<>&\"/\\\\\\[\\]+=;:,?*@]+$"+"\""};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
else {
const err49 = {instancePath:instancePath+"/<applicationDefaults/@applicationPool",schemaPath:"#/properties/%3CapplicationDefaults/properties/%40applicationPool/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data17["@enabledProtocols"] !== undefined){
if(typeof data17["@enabledProtocols"] !== "string"){
const err50 = {instancePath:instancePath+"/<applicationDefaults/@enabledProtocols",schemaPath:"#/properties/%3CapplicationDefaults/properties/%40enabledProtocols/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
if(data17["@serviceAutoStartEnabled"] !== undefined){
if(typeof data17["@serviceAutoStartEnabled"] !== "boolean"){
const err51 = {instancePath:instancePath+"/<applicationDefaults/@serviceAutoStartEnabled",schemaPath:"#/properties/%3CapplicationDefaults/properties/%40serviceAutoStartEnabled/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
if(data17["@serviceAutoStartProvider"] !== undefined){
if(typeof data17["@serviceAutoStartProvider"] !== "string"){
const err52 = {instancePath:instancePath+"/<applicationDefaults/@serviceAutoStartProvider",schemaPath:"#/properties/%3CapplicationDefaults/properties/%40serviceAutoStartProvider/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
if(data17["@preloadEnabled"] !== undefined){
if(typeof data17["@preloadEnabled"] !== "boolean"){
const err53 = {instancePath:instancePath+"/<applicationDefaults/@preloadEnabled",schemaPath:"#/properties/%3CapplicationDefaults/properties/%40preloadEnabled/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
}
else {
const err54 = {instancePath:instancePath+"/<applicationDefaults",schemaPath:"#/properties/%3CapplicationDefaults/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
if(data["<virtualDirectoryDefaults"] !== undefined){
let data24 = data["<virtualDirectoryDefaults"];
if(data24 && typeof data24 == "object" && !Array.isArray(data24)){
for(const key7 in data24){
if(!((((((key7 === "@path") || (key7 === "@physicalPath")) || (key7 === "@userName")) || (key7 === "@password")) || (key7 === "@logonMethod")) || (key7 === "@allowSubDirConfig"))){
const err55 = {instancePath:instancePath+"/<virtualDirectoryDefaults",schemaPath:"#/properties/%3CvirtualDirectoryDefaults/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
if(data24["@path"] !== undefined){
let data25 = data24["@path"];
if(typeof data25 === "string"){
if(!pattern3.test(data25)){
const err56 = {instancePath:instancePath+"/<virtualDirectoryDefaults/@path",schemaPath:"#/properties/%3CvirtualDirectoryDefaults/properties/%40path/pattern",keyword:"pattern",params:{pattern: "^/$|^(/(?!\\.{1,2}(/|$))[^/]+)+$"},message:"must match pattern \""+"^/$|^(/(?!\\.{1,2}(/|$))[^/]+)+$"+"\""};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
else {
const err57 = {instancePath:instancePath+"/<virtualDirectoryDefaults/@path",schemaPath:"#/properties/%3CvirtualDirectoryDefaults/properties/%40path/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
if(data24["@physicalPath"] !== undefined){
if(typeof data24["@physicalPath"] !== "string"){
const err58 = {instancePath:instancePath+"/<virtualDirectoryDefaults/@physicalPath",schemaPath:"#/properties/%3CvirtualDirectoryDefaults/properties/%40physicalPath/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
if(data24["@userName"] !== undefined){
if(typeof data24["@userName"] !== "string"){
const err59 = {instancePath:instancePath+"/<virtualDirectoryDefaults/@userName",schemaPath:"#/properties/%3CvirtualDirectoryDefaults/properties/%40userName/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
if(data24["@password"] !== undefined){
if(typeof data24["@password"] !== "string"){
const err60 = {instancePath:instancePath+"/<virtualDirectoryDefaults/@password",schemaPath:"#/properties/%3CvirtualDirectoryDefaults/properties/%40password/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
if(data24["@logonMethod"] !== undefined){
let data29 = data24["@logonMethod"];
if(!((((data29 === "Interactive") || (data29 === "Batch")) || (data29 === "Network")) || (data29 === "ClearText"))){
const err61 = {instancePath:instancePath+"/<virtualDirectoryDefaults/@logonMethod",schemaPath:"#/properties/%3CvirtualDirectoryDefaults/properties/%40logonMethod/enum",keyword:"enum",params:{allowedValues: schema11.properties["<virtualDirectoryDefaults"].properties["@logonMethod"].enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
if(data24["@allowSubDirConfig"] !== undefined){
if(typeof data24["@allowSubDirConfig"] !== "boolean"){
const err62 = {instancePath:instancePath+"/<virtualDirectoryDefaults/@allowSubDirConfig",schemaPath:"#/properties/%3CvirtualDirectoryDefaults/properties/%40allowSubDirConfig/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
}
else {
const err63 = {instancePath:instancePath+"/<virtualDirectoryDefaults",schemaPath:"#/properties/%3CvirtualDirectoryDefaults/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
if(data["[site"] !== undefined){
let data31 = data["[site"];
if(Array.isArray(data31)){
const len2 = data31.length;
for(let i2=0; i2<len2; i2++){
let data32 = data31[i2];
if(data32 && typeof data32 == "object" && !Array.isArray(data32)){
if(data32["@name"] === undefined){
const err64 = {instancePath:instancePath+"/[site/" + i2,schemaPath:"#/properties/%5Bsite/items/required",keyword:"required",params:{missingProperty: "@name"},message:"must have required property '"+"@name"+"'"};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
if(data32["@id"] === undefined){
const err65 = {instancePath:instancePath+"/[site/" + i2,schemaPath:"#/properties/%5Bsite/items/required",keyword:"required",params:{missingProperty: "@id"},message:"must have required property '"+"@id"+"'"};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
for(const key8 in data32){
if(!((((((((key8 === "@name") || (key8 === "@id")) || (key8 === "@serverAutoStart")) || (key8 === "<bindings")) || (key8 === "<limits")) || (key8 === "<applicationDefaults")) || (key8 === "<virtualDirectoryDefaults")) || (key8 === "[application"))){
const err66 = {instancePath:instancePath+"/[site/" + i2,schemaPath:"#/properties/%5Bsite/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
if(data32["@name"] !== undefined){
let data33 = data32["@name"];
if(typeof data33 === "string"){
if(!pattern0.test(data33)){
const err67 = {instancePath:instancePath+"/[site/" + i2+"/@name",schemaPath:"#/properties/%5Bsite/items/properties/%40name/pattern",keyword:"pattern",params:{pattern: "^[^/?]+$"},message:"must match pattern \""+"^[^/?]+$"+"\""};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
else {
const err68 = {instancePath:instancePath+"/[site/" + i2+"/@name",schemaPath:"#/properties/%5Bsite/items/properties/%40name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
if(data32["@id"] !== undefined){
let data34 = data32["@id"];
if(!(((typeof data34 == "number") && (!(data34 % 1) && !isNaN(data34))) && (isFinite(data34)))){
const err69 = {instancePath:instancePath+"/[site/" + i2+"/@id",schemaPath:"#/properties/%5Bsite/items/properties/%40id/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
if((typeof data34 == "number") && (isFinite(data34))){
if(data34 > 4294967295 || isNaN(data34)){
const err70 = {instancePath:instancePath+"/[site/" + i2+"/@id",schemaPath:"#/properties/%5Bsite/items/properties/%40id/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295},message:"must be <= 4294967295"};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
if(data34 < 0 || isNaN(data34)){
const err71 = {instancePath:instancePath+"/[site/" + i2+"/@id",schemaPath:"#/properties/%5Bsite/items/properties/%40id/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
}
if(data32["@serverAutoStart"] !== undefined){
if(typeof data32["@serverAutoStart"] !== "boolean"){
const err72 = {instancePath:instancePath+"/[site/" + i2+"/@serverAutoStart",schemaPath:"#/properties/%5Bsite/items/properties/%40serverAutoStart/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
if(data32["<bindings"] !== undefined){
let data36 = data32["<bindings"];
if(data36 && typeof data36 == "object" && !Array.isArray(data36)){
for(const key9 in data36){
if(!((key9 === "[binding") || (key9 === "[clear"))){
const err73 = {instancePath:instancePath+"/[site/" + i2+"/<bindings",schemaPath:"#/properties/%5Bsite/items/properties/%3Cbindings/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
if(data36["[binding"] !== undefined){
let data37 = data36["[binding"];
if(Array.isArray(data37)){
const len3 = data37.length;
for(let i3=0; i3<len3; i3++){
let data38 = data37[i3];
if(data38 && typeof data38 == "object" && !Array.isArray(data38)){
if(data38["@protocol"] === undefined){
const err74 = {instancePath:instancePath+"/[site/" + i2+"/<bindings/[binding/" + i3,schemaPath:"#/properties/%5Bsite/items/properties/%3Cbindings/properties/%5Bbinding/items/required",keyword:"required",params:{missingProperty: "@protocol"},message:"must have required property '"+"@protocol"+"'"};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
if(data38["@bindingInformation"] === undefined){
const err75 = {instancePath:instancePath+"/[site/" + i2+"/<bindings/[binding/" + i3,schemaPath:"#/properties/%5Bsite/items/properties/%3Cbindings/properties/%5Bbinding/items/required",keyword:"required",params:{missingProperty: "@bindingInformation"},message:"must have required property '"+"@bindingInformation"+"'"};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
for(const key10 in data38){
if(!((((((key10 === "@protocol") || (key10 === "@bindingInformation")) || (key10 === "@sslFlags")) || (key10 === "@certificateFile")) || (key10 === "@keyFile")) || (key10 === "@passphraseFile"))){
const err76 = {instancePath:instancePath+"/[site/" + i2+"/<bindings/[binding/" + i3,schemaPath:"#/properties/%5Bsite/items/properties/%3Cbindings/properties/%5Bbinding/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
if(data38["@protocol"] !== undefined){
let data39 = data38["@protocol"];
if(typeof data39 === "string"){
if(!pattern1.test(data39)){
const err77 = {instancePath:instancePath+"/[site/" + i2+"/<bindings/[binding/" + i3+"/@protocol",schemaPath:"#/properties/%5Bsite/items/properties/%3Cbindings/properties/%5Bbinding/items/properties/%40protocol/pattern",keyword:"pattern",params:{pattern: "[^]"},message:"must match pattern \""+"[^]"+"\""};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
else {
const err78 = {instancePath:instancePath+"/[site/" + i2+"/<bindings/[binding/" + i3+"/@protocol",schemaPath:"#/properties/%5Bsite/items/properties/%3Cbindings/properties/%5Bbinding/items/properties/%40protocol/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
}
if(data38["@bindingInformation"] !== undefined){
let data40 = data38["@bindingInformation"];
if(typeof data40 === "string"){
if(!pattern1.test(data40)){
const err79 = {instancePath:instancePath+"/[site/" + i2+"/<bindings/[binding/" + i3+"/@bindingInformation",schemaPath:"#/properties/%5Bsite/items/properties/%3Cbindings/properties/%5Bbinding/items/properties/%40bindingInformation/pattern",keyword:"pattern",params:{pattern: "[^]"},message:"must match pattern \""+"[^]"+"\""};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
else {
const err80 = {instancePath:instancePath+"/[site/" + i2+"/<bindings/[binding/" + i3+"/@bindingInformation",schemaPath:"#/properties/%5Bsite/items/properties/%3Cbindings/properties/%5Bbinding/items/properties/%40bindingInformation/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
}
if(data38["@sslFlags"] !== undefined){
let data41 = data38["@sslFlags"];
if(!(((typeof data41 == "number") && (!(data41 % 1) && !isNaN(data41))) && (isFinite(data41)))){
const err81 = {instancePath:instancePath+"/[site/" + i2+"/<bindings/[binding/" + i3+"/@sslFlags",schemaPath:"#/properties/%5Bsite/items/properties/%3Cbindings/properties/%5Bbinding/items/properties/%40sslFlags/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
if((typeof data41 == "number") && (isFinite(data41))){
if(data41 > 4294967295 || isNaN(data41)){
const err82 = {instancePath:instancePath+"/[site/" + i2+"/<bindings/[binding/" + i3+"/@sslFlags",schemaPath:"#/properties/%5Bsite/items/properties/%3Cbindings/properties/%5Bbinding/items/properties/%40sslFlags/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295},message:"must be <= 4294967295"};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
if(data41 < 0 || isNaN(data41)){
const err83 = {instancePath:instancePath+"/[site/" + i2+"/<bindings/[binding/" + i3+"/@sslFlags",schemaPath:"#/properties/%5Bsite/items/properties/%3Cbindings/properties/%5Bbinding/items/properties/%40sslFlags/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
}
}
if(data38["@certificateFile"] !== undefined){
if(typeof data38["@certificateFile"] !== "string"){
const err84 = {instancePath:instancePath+"/[site/" + i2+"/<bindings/[binding/" + i3+"/@certificateFile",schemaPath:"#/properties/%5Bsite/items/properties/%3Cbindings/properties/%5Bbinding/items/properties/%40certificateFile/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
}
if(data38["@keyFile"] !== undefined){
if(typeof data38["@keyFile"] !== "string"){
const err85 = {instancePath:instancePath+"/[site/" + i2+"/<bindings/[binding/" + i3+"/@keyFile",schemaPath:"#/properties/%5Bsite/items/properties/%3Cbindings/properties/%5Bbinding/items/properties/%40keyFile/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
}
if(data38["@passphraseFile"] !== undefined){
if(typeof data38["@passphraseFile"] !== "string"){
const err86 = {instancePath:instancePath+"/[site/" + i2+"/<bindings/[binding/" + i3+"/@passphraseFile",schemaPath:"#/properties/%5Bsite/items/properties/%3Cbindings/properties/%5Bbinding/items/properties/%40passphraseFile/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
}
}
else {
const err87 = {instancePath:instancePath+"/[site/" + i2+"/<bindings/[binding/" + i3,schemaPath:"#/properties/%5Bsite/items/properties/%3Cbindings/properties/%5Bbinding/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
}
}
else {
const err88 = {instancePath:instancePath+"/[site/" + i2+"/<bindings/[binding",schemaPath:"#/properties/%5Bsite/items/properties/%3Cbindings/properties/%5Bbinding/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
}
if(data36["[clear"] !== undefined){
let data45 = data36["[clear"];
if(Array.isArray(data45)){
const len4 = data45.length;
for(let i4=0; i4<len4; i4++){
let data46 = data45[i4];
if(data46 && typeof data46 == "object" && !Array.isArray(data46)){
for(const key11 in data46){
const err89 = {instancePath:instancePath+"/[site/" + i2+"/<bindings/[clear/" + i4,schemaPath:"#/properties/%5Bsite/items/properties/%3Cbindings/properties/%5Bclear/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key11},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
}
else {
const err90 = {instancePath:instancePath+"/[site/" + i2+"/<bindings/[clear/" + i4,schemaPath:"#/properties/%5Bsite/items/properties/%3Cbindings/properties/%5Bclear/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
}
}
else {
const err91 = {instancePath:instancePath+"/[site/" + i2+"/<bindings/[clear",schemaPath:"#/properties/%5Bsite/items/properties/%3Cbindings/properties/%5Bclear/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
}
}
else {
const err92 = {instancePath:instancePath+"/[site/" + i2+"/<bindings",schemaPath:"#/properties/%5Bsite/items/properties/%3Cbindings/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
}
if(data32["<limits"] !== undefined){
let data47 = data32["<limits"];
if(data47 && typeof data47 == "object" && !Array.isArray(data47)){
for(const key12 in data47){
if(!((((key12 === "@maxBandwidth") || (key12 === "@maxConnections")) || (key12 === "@connectionTimeout")) || (key12 === "@maxUrlSegments"))){
const err93 = {instancePath:instancePath+"/[site/" + i2+"/<limits",schemaPath:"#/properties/%5Bsite/items/properties/%3Climits/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key12},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
}
if(data47["@maxBandwidth"] !== undefined){
let data48 = data47["@maxBandwidth"];
if(!(((typeof data48 == "number") && (!(data48 % 1) && !isNaN(data48))) && (isFinite(data48)))){
const err94 = {instancePath:instancePath+"/[site/" + i2+"/<limits/@maxBandwidth",schemaPath:"#/properties/%5Bsite/items/properties/%3Climits/properties/%40maxBandwidth/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
const _errs114 = errors;
const _errs115 = errors;
if(!(((typeof data48 == "number") && (!(data48 % 1) && !isNaN(data48))) && (isFinite(data48)))){
const err95 = {};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
if(errors === _errs115){
if((typeof data48 == "number") && (isFinite(data48))){
if(data48 > 1023 || isNaN(data48)){
const err96 = {};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
else {
if(data48 < 0 || isNaN(data48)){
const err97 = {};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
}
}
}
var valid22 = _errs115 === errors;
if(valid22){
const err98 = {instancePath:instancePath+"/[site/" + i2+"/<limits/@maxBandwidth",schemaPath:"#/properties/%5Bsite/items/properties/%3Climits/properties/%40maxBandwidth/not",keyword:"not",params:{},message:"must NOT be valid"};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
else {
errors = _errs114;
if(vErrors !== null){
if(_errs114){
vErrors.length = _errs114;
}
else {
vErrors = null;
}
}
}
if((typeof data48 == "number") && (isFinite(data48))){
if(data48 > 4294967295 || isNaN(data48)){
const err99 = {instancePath:instancePath+"/[site/" + i2+"/<limits/@maxBandwidth",schemaPath:"#/properties/%5Bsite/items/properties/%3Climits/properties/%40maxBandwidth/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295},message:"must be <= 4294967295"};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
if(data48 < 0 || isNaN(data48)){
const err100 = {instancePath:instancePath+"/[site/" + i2+"/<limits/@maxBandwidth",schemaPath:"#/properties/%5Bsite/items/properties/%3Climits/properties/%40maxBandwidth/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
}
}
if(data47["@maxConnections"] !== undefined){
let data49 = data47["@maxConnections"];
if(!(((typeof data49 == "number") && (!(data49 % 1) && !isNaN(data49))) && (isFinite(data49)))){
const err101 = {instancePath:instancePath+"/[site/" + i2+"/<limits/@maxConnections",schemaPath:"#/properties/%5Bsite/items/properties/%3Climits/properties/%40maxConnections/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
if((typeof data49 == "number") && (isFinite(data49))){
if(data49 > 4294967295 || isNaN(data49)){
const err102 = {instancePath:instancePath+"/[site/" + i2+"/<limits/@maxConnections",schemaPath:"#/properties/%5Bsite/items/properties/%3Climits/properties/%40maxConnections/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295},message:"must be <= 4294967295"};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
if(data49 < 0 || isNaN(data49)){
const err103 = {instancePath:instancePath+"/[site/" + i2+"/<limits/@maxConnections",schemaPath:"#/properties/%5Bsite/items/properties/%3Climits/properties/%40maxConnections/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
}
}
if(data47["@connectionTimeout"] !== undefined){
let data50 = data47["@connectionTimeout"];
if((typeof data50 == "number") && (isFinite(data50))){
if(data50 > 65535 || isNaN(data50)){
const err104 = {instancePath:instancePath+"/[site/" + i2+"/<limits/@connectionTimeout",schemaPath:"#/properties/%5Bsite/items/properties/%3Climits/properties/%40connectionTimeout/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535},message:"must be <= 65535"};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
if(data50 < 0 || isNaN(data50)){
const err105 = {instancePath:instancePath+"/[site/" + i2+"/<limits/@connectionTimeout",schemaPath:"#/properties/%5Bsite/items/properties/%3Climits/properties/%40connectionTimeout/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
if((data50 - 0) % 1 !== 0){
const err106 = {instancePath:instancePath+"/[site/" + i2+"/<limits/@connectionTimeout",schemaPath:"#/properties/%5Bsite/items/properties/%3Climits/properties/%40connectionTimeout/granularity",keyword:"granularity",params:{},message:"must pass \"granularity\" keyword validation"};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
}
else {
const err107 = {instancePath:instancePath+"/[site/" + i2+"/<limits/@connectionTimeout",schemaPath:"#/properties/%5Bsite/items/properties/%3Climits/properties/%40connectionTimeout/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
}
if(data47["@maxUrlSegments"] !== undefined){
let data51 = data47["@maxUrlSegments"];
if(!(((typeof data51 == "number") && (!(data51 % 1) && !isNaN(data51))) && (isFinite(data51)))){
const err108 = {instancePath:instancePath+"/[site/" + i2+"/<limits/@maxUrlSegments",schemaPath:"#/properties/%5Bsite/items/properties/%3Climits/properties/%40maxUrlSegments/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
if((typeof data51 == "number") && (isFinite(data51))){
if(data51 > 16383 || isNaN(data51)){
const err109 = {instancePath:instancePath+"/[site/" + i2+"/<limits/@maxUrlSegments",schemaPath:"#/properties/%5Bsite/items/properties/%3Climits/properties/%40maxUrlSegments/maximum",keyword:"maximum",params:{comparison: "<=", limit: 16383},message:"must be <= 16383"};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
if(data51 < 0 || isNaN(data51)){
const err110 = {instancePath:instancePath+"/[site/" + i2+"/<limits/@maxUrlSegments",schemaPath:"#/properties/%5Bsite/items/properties/%3Climits/properties/%40maxUrlSegments/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
}
}
}
else {
const err111 = {instancePath:instancePath+"/[site/" + i2+"/<limits",schemaPath:"#/properties/%5Bsite/items/properties/%3Climits/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
}
if(data32["<applicationDefaults"] !== undefined){
let data52 = data32["<applicationDefaults"];
if(data52 && typeof data52 == "object" && !Array.isArray(data52)){
for(const key13 in data52){
if(!((((((key13 === "@path") || (key13 === "@applicationPool")) || (key13 === "@enabledProtocols")) || (key13 === "@serviceAutoStartEnabled")) || (key13 === "@serviceAutoStartProvider")) || (key13 === "@preloadEnabled"))){
const err112 = {instancePath:instancePath+"/[site/" + i2+"/<applicationDefaults",schemaPath:"#/properties/%5Bsite/items/properties/%3CapplicationDefaults/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key13},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
}
if(data52["@path"] !== undefined){
let data53 = data52["@path"];
if(typeof data53 === "string"){
if(!pattern3.test(data53)){
const err113 = {instancePath:instancePath+"/[site/" + i2+"/<applicationDefaults/@path",schemaPath:"#/properties/%5Bsite/items/properties/%3CapplicationDefaults/properties/%40path/pattern",keyword:"pattern",params:{pattern: "^/$|^(/(?!\\.{1,2}(/|$))[^/]+)+$"},message:"must match pattern \""+"^/$|^(/(?!\\.{1,2}(/|$))[^/]+)+$"+"\""};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
}
else {
const err114 = {instancePath:instancePath+"/[site/" + i2+"/<applicationDefaults/@path",schemaPath:"#/properties/%5Bsite/items/properties/%3CapplicationDefaults/properties/%40path/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
}
if(data52["@applicationPool"] !== undefined){
let data54 = data52["@applicationPool"];
if(typeof data54 === "string"){
if(!pattern4.test(data54)){
const err115 = {instancePath:instancePath+"/[site/" + i2+"/<applicationDefaults/@applicationPool",schemaPath:"#/properties/%5Bsite/items/properties/%3CapplicationDefaults/properties/%40applicationPool/pattern",keyword:"pattern",params:{pattern: "^[^|<>&\"/\\\\\\[\\]+=;:,?*@]+$"},message:"must match pattern \""+"^[^|<>&\"/\\\\\\[\\]+=;:,?*@]+$"+"\""};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
}
else {
const err116 = {instancePath:instancePath+"/[site/" + i2+"/<applicationDefaults/@applicationPool",schemaPath:"#/properties/%5Bsite/items/properties/%3CapplicationDefaults/properties/%40applicationPool/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
}
if(data52["@enabledProtocols"] !== undefined){
if(typeof data52["@enabledProtocols"] !== "string"){
const err117 = {instancePath:instancePath+"/[site/" + i2+"/<applicationDefaults/@enabledProtocols",schemaPath:"#/properties/%5Bsite/items/properties/%3CapplicationDefaults/properties/%40enabledProtocols/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
}
if(data52["@serviceAutoStartEnabled"] !== undefined){
if(typeof data52["@serviceAutoStartEnabled"] !== "boolean"){
const err118 = {instancePath:instancePath+"/[site/" + i2+"/<applicationDefaults/@serviceAutoStartEnabled",schemaPath:"#/properties/%5Bsite/items/properties/%3CapplicationDefaults/properties/%40serviceAutoStartEnabled/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
}
if(data52["@serviceAutoStartProvider"] !== undefined){
if(typeof data52["@serviceAutoStartProvider"] !== "string"){
const err119 = {instancePath:instancePath+"/[site/" + i2+"/<applicationDefaults/@serviceAutoStartProvider",schemaPath:"#/properties/%5Bsite/items/properties/%3CapplicationDefaults/properties/%40serviceAutoStartProvider/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
}
if(data52["@preloadEnabled"] !== undefined){
if(typeof data52["@preloadEnabled"] !== "boolean"){
const err120 = {instancePath:instancePath+"/[site/" + i2+"/<applicationDefaults/@preloadEnabled",schemaPath:"#/properties/%5Bsite/items/properties/%3CapplicationDefaults/properties/%40preloadEnabled/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
}
}
else {
const err121 = {instancePath:instancePath+"/[site/" + i2+"/<applicationDefaults",schemaPath:"#/properties/%5Bsite/items/properties/%3CapplicationDefaults/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
}
if(data32["<virtualDirectoryDefaults"] !== undefined){
let data59 = data32["<virtualDirectoryDefaults"];
if(data59 && typeof data59 == "object" && !Array.isArray(data59)){
for(const key14 in data59){
if(!((((((key14 === "@path") || (key14 === "@physicalPath")) || (key14 === "@userName")) || (key14 === "@password")) || (key14 === "@logonMethod")) || (key14 === "@allowSubDirConfig"))){
const err122 = {instancePath:instancePath+"/[site/" + i2+"/<virtualDirectoryDefaults",schemaPath:"#/properties/%5Bsite/items/properties/%3CvirtualDirectoryDefaults/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key14},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
}
if(data59["@path"] !== undefined){
let data60 = data59["@path"];
if(typeof data60 === "string"){
if(!pattern3.test(data60)){
const err123 = {instancePath:instancePath+"/[site/" + i2+"/<virtualDirectoryDefaults/@path",schemaPath:"#/properties/%5Bsite/items/properties/%3CvirtualDirectoryDefaults/properties/%40path/pattern",keyword:"pattern",params:{pattern: "^/$|^(/(?!\\.{1,2}(/|$))[^/]+)+$"},message:"must match pattern \""+"^/$|^(/(?!\\.{1,2}(/|$))[^/]+)+$"+"\""};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
}
else {
const err124 = {instancePath:instancePath+"/[site/" + i2+"/<virtualDirectoryDefaults/@path",schemaPath:"#/properties/%5Bsite/items/properties/%3CvirtualDirectoryDefaults/properties/%40path/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
}
if(data59["@physicalPath"] !== undefined){
if(typeof data59["@physicalPath"] !== "string"){
const err125 = {instancePath:instancePath+"/[site/" + i2+"/<virtualDirectoryDefaults/@physicalPath",schemaPath:"#/properties/%5Bsite/items/properties/%3CvirtualDirectoryDefaults/properties/%40physicalPath/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
}
if(data59["@userName"] !== undefined){
if(typeof data59["@userName"] !== "string"){
const err126 = {instancePath:instancePath+"/[site/" + i2+"/<virtualDirectoryDefaults/@userName",schemaPath:"#/properties/%5Bsite/items/properties/%3CvirtualDirectoryDefaults/properties/%40userName/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
}
if(data59["@password"] !== undefined){
if(typeof data59["@password"] !== "string"){
const err127 = {instancePath:instancePath+"/[site/" + i2+"/<virtualDirectoryDefaults/@password",schemaPath:"#/properties/%5Bsite/items/properties/%3CvirtualDirectoryDefaults/properties/%40password/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
}
if(data59["@logonMethod"] !== undefined){
let data64 = data59["@logonMethod"];
if(!((((data64 === "Interactive") || (data64 === "Batch")) || (data64 === "Network")) || (data64 === "ClearText"))){
const err128 = {instancePath:instancePath+"/[site/" + i2+"/<virtualDirectoryDefaults/@logonMethod",schemaPath:"#/properties/%5Bsite/items/properties/%3CvirtualDirectoryDefaults/properties/%40logonMethod/enum",keyword:"enum",params:{allowedValues: schema11.properties["[site"].items.properties["<virtualDirectoryDefaults"].properties["@logonMethod"].enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
}
if(data59["@allowSubDirConfig"] !== undefined){
if(typeof data59["@allowSubDirConfig"] !== "boolean"){
const err129 = {instancePath:instancePath+"/[site/" + i2+"/<virtualDirectoryDefaults/@allowSubDirConfig",schemaPath:"#/properties/%5Bsite/items/properties/%3CvirtualDirectoryDefaults/properties/%40allowSubDirConfig/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
}
}
else {
const err130 = {instancePath:instancePath+"/[site/" + i2+"/<virtualDirectoryDefaults",schemaPath:"#/properties/%5Bsite/items/properties/%3CvirtualDirectoryDefaults/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
}
if(data32["[application"] !== undefined){
let data66 = data32["[application"];
if(Array.isArray(data66)){
const len5 = data66.length;
for(let i5=0; i5<len5; i5++){
let data67 = data66[i5];
if(data67 && typeof data67 == "object" && !Array.isArray(data67)){
if(data67["@path"] === undefined){
const err131 = {instancePath:instancePath+"/[site/" + i2+"/[application/" + i5,schemaPath:"#/properties/%5Bsite/items/properties/%5Bapplication/items/required",keyword:"required",params:{missingProperty: "@path"},message:"must have required property '"+"@path"+"'"};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
for(const key15 in data67){
if(!((((((((key15 === "@path") || (key15 === "@applicationPool")) || (key15 === "@enabledProtocols")) || (key15 === "@serviceAutoStartEnabled")) || (key15 === "@serviceAutoStartProvider")) || (key15 === "@preloadEnabled")) || (key15 === "<virtualDirectoryDefaults")) || (key15 === "[virtualDirectory"))){
const err132 = {instancePath:instancePath+"/[site/" + i2+"/[application/" + i5,schemaPath:"#/properties/%5Bsite/items/properties/%5Bapplication/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key15},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
}
if(data67["@path"] !== undefined){
let data68 = data67["@path"];
if(typeof data68 === "string"){
if(!pattern3.test(data68)){
const err133 = {instancePath:instancePath+"/[site/" + i2+"/[application/" + i5+"/@path",schemaPath:"#/properties/%5Bsite/items/properties/%5Bapplication/items/properties/%40path/pattern",keyword:"pattern",params:{pattern: "^/$|^(/(?!\\.{1,2}(/|$))[^/]+)+$"},message:"must match pattern \""+"^/$|^(/(?!\\.{1,2}(/|$))[^/]+)+$"+"\""};
if(vErrors === null){
vErrors = [err133];
}
else {
vErrors.push(err133);
}
errors++;
}
}
else {
const err134 = {instancePath:instancePath+"/[site/" + i2+"/[application/" + i5+"/@path",schemaPath:"#/properties/%5Bsite/items/properties/%5Bapplication/items/properties/%40path/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err134];
}
else {
vErrors.push(err134);
}
errors++;
}
}
if(data67["@applicationPool"] !== undefined){
let data69 = data67["@applicationPool"];
if(typeof data69 === "string"){
if(!pattern4.test(data69)){
const err135 = {instancePath:instancePath+"/[site/" + i2+"/[application/" + i5+"/@applicationPool",schemaPath:"#/properties/%5Bsite/items/properties/%5Bapplication/items/properties/%40applicationPool/pattern",keyword:"pattern",params:{pattern: "^[^|<>&\"/\\\\\\[\\]+=;:,?*@]+$"},message:"must match pattern \""+"^[^|<>&\"/\\\\\\[\\]+=;:,?*@]+$"+"\""};
if(vErrors === null){
vErrors = [err135];
}
else {
vErrors.push(err135);
}
errors++;
}
}
else {
const err136 = {instancePath:instancePath+"/[site/" + i2+"/[application/" + i5+"/@applicationPool",schemaPath:"#/properties/%5Bsite/items/properties/%5Bapplication/items/properties/%40applicationPool/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
}
}
if(data67["@enabledProtocols"] !== undefined){
if(typeof data67["@enabledProtocols"] !== "string"){
const err137 = {instancePath:instancePath+"/[site/" + i2+"/[application/" + i5+"/@enabledProtocols",schemaPath:"#/properties/%5Bsite/items/properties/%5Bapplication/items/properties/%40enabledProtocols/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
}
}
if(data67["@serviceAutoStartEnabled"] !== undefined){
if(typeof data67["@serviceAutoStartEnabled"] !== "boolean"){
const err138 = {instancePath:instancePath+"/[site/" + i2+"/[application/" + i5+"/@serviceAutoStartEnabled",schemaPath:"#/properties/%5Bsite/items/properties/%5Bapplication/items/properties/%40serviceAutoStartEnabled/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err138];
}
else {
vErrors.push(err138);
}
errors++;
}
}
if(data67["@serviceAutoStartProvider"] !== undefined){
if(typeof data67["@serviceAutoStartProvider"] !== "string"){
const err139 = {instancePath:instancePath+"/[site/" + i2+"/[application/" + i5+"/@serviceAutoStartProvider",schemaPath:"#/properties/%5Bsite/items/properties/%5Bapplication/items/properties/%40serviceAutoStartProvider/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err139];
}
else {
vErrors.push(err139);
}
errors++;
}
}
if(data67["@preloadEnabled"] !== undefined){
if(typeof data67["@preloadEnabled"] !== "boolean"){
const err140 = {instancePath:instancePath+"/[site/" + i2+"/[application/" + i5+"/@preloadEnabled",schemaPath:"#/properties/%5Bsite/items/properties/%5Bapplication/items/properties/%40preloadEnabled/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err140];
}
else {
vErrors.push(err140);
}
errors++;
}
}
if(data67["<virtualDirectoryDefaults"] !== undefined){
let data74 = data67["<virtualDirectoryDefaults"];
if(data74 && typeof data74 == "object" && !Array.isArray(data74)){
for(const key16 in data74){
if(!((((((key16 === "@path") || (key16 === "@physicalPath")) || (key16 === "@userName")) || (key16 === "@password")) || (key16 === "@logonMethod")) || (key16 === "@allowSubDirConfig"))){
const err141 = {instancePath:instancePath+"/[site/" + i2+"/[application/" + i5+"/<virtualDirectoryDefaults",schemaPath:"#/properties/%5Bsite/items/properties/%5Bapplication/items/properties/%3CvirtualDirectoryDefaults/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key16},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err141];
}
else {
vErrors.push(err141);
}
errors++;
}
}
if(data74["@path"] !== undefined){
let data75 = data74["@path"];
if(typeof data75 === "string"){
if(!pattern3.test(data75)){
const err142 = {instancePath:instancePath+"/[site/" + i2+"/[application/" + i5+"/<virtualDirectoryDefaults/@path",schemaPath:"#/properties/%5Bsite/items/properties/%5Bapplication/items/properties/%3CvirtualDirectoryDefaults/properties/%40path/pattern",keyword:"pattern",params:{pattern: "^/$|^(/(?!\\.{1,2}(/|$))[^/]+)+$"},message:"must match pattern \""+"^/$|^(/(?!\\.{1,2}(/|$))[^/]+)+$"+"\""};
if(vErrors === null){
vErrors = [err142];
}
else {
vErrors.push(err142);
}
errors++;
}
}
else {
const err143 = {instancePath:instancePath+"/[site/" + i2+"/[application/" + i5+"/<virtualDirectoryDefaults/@path",schemaPath:"#/properties/%5Bsite/items/properties/%5Bapplication/items/properties/%3CvirtualDirectoryDefaults/properties/%40path/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err143];
}
else {
vErrors.push(err143);
}
errors++;
}
}
if(data74["@physicalPath"] !== undefined){
if(typeof data74["@physicalPath"] !== "string"){
const err144 = {instancePath:instancePath+"/[site/" + i2+"/[application/" + i5+"/<virtualDirectoryDefaults/@physicalPath",schemaPath:"#/properties/%5Bsite/items/properties/%5Bapplication/items/properties/%3CvirtualDirectoryDefaults/properties/%40physicalPath/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err144];
}
else {
vErrors.push(err144);
}
errors++;
}
}
if(data74["@userName"] !== undefined){
if(typeof data74["@userName"] !== "string"){
const err145 = {instancePath:instancePath+"/[site/" + i2+"/[application/" + i5+"/<virtualDirectoryDefaults/@userName",schemaPath:"#/properties/%5Bsite/items/properties/%5Bapplication/items/properties/%3CvirtualDirectoryDefaults/properties/%40userName/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err145];
}
else {
vErrors.push(err145);
}
errors++;
}
}
if(data74["@password"] !== undefined){
if(typeof data74["@password"] !== "string"){
const err146 = {instancePath:instancePath+"/[site/" + i2+"/[application/" + i5+"/<virtualDirectoryDefaults/@password",schemaPath:"#/properties/%5Bsite/items/properties/%5Bapplication/items/properties/%3CvirtualDirectoryDefaults/properties/%40password/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err146];
}
else {
vErrors.push(err146);
}
errors++;
}
}
if(data74["@logonMethod"] !== undefined){
let data79 = data74["@logonMethod"];
if(!((((data79 === "Interactive") || (data79 === "Batch")) || (data79 === "Network")) || (data79 === "ClearText"))){
const err147 = {instancePath:instancePath+"/[site/" + i2+"/[application/" + i5+"/<virtualDirectoryDefaults/@logonMethod",schemaPath:"#/properties/%5Bsite/items/properties/%5Bapplication/items/properties/%3CvirtualDirectoryDefaults/properties/%40logonMethod/enum",keyword:"enum",params:{allowedValues: schema11.properties["[site"].items.properties["[application"].items.properties["<virtualDirectoryDefaults"].properties["@logonMethod"].enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err147];
}
else {
vErrors.push(err147);
}
errors++;
}
}
if(data74["@allowSubDirConfig"] !== undefined){
if(typeof data74["@allowSubDirConfig"] !== "boolean"){
const err148 = {instancePath:instancePath+"/[site/" + i2+"/[application/" + i5+"/<virtualDirectoryDefaults/@allowSubDirConfig",schemaPath:"#/properties/%5Bsite/items/properties/%5Bapplication/items/properties/%3CvirtualDirectoryDefaults/properties/%40allowSubDirConfig/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err148];
}
else {
vErrors.push(err148);
}
errors++;
}
}
}
else {
const err149 = {instancePath:instancePath+"/[site/" + i2+"/[application/" + i5+"/<virtualDirectoryDefaults",schemaPath:"#/properties/%5Bsite/items/properties/%5Bapplication/items/properties/%3CvirtualDirectoryDefaults/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err149];
}
else {
vErrors.push(err149);
}
errors++;
}
}
if(data67["[virtualDirectory"] !== undefined){
let data81 = data67["[virtualDirectory"];
if(Array.isArray(data81)){
const len6 = data81.length;
for(let i6=0; i6<len6; i6++){
let data82 = data81[i6];
if(data82 && typeof data82 == "object" && !Array.isArray(data82)){
for(const key17 in data82){
if(!((((((key17 === "@path") || (key17 === "@physicalPath")) || (key17 === "@userName")) || (key17 === "@password")) || (key17 === "@logonMethod")) || (key17 === "@allowSubDirConfig"))){
const err150 = {instancePath:instancePath+"/[site/" + i2+"/[application/" + i5+"/[virtualDirectory/" + i6,schemaPath:"#/properties/%5Bsite/items/properties/%5Bapplication/items/properties/%5BvirtualDirectory/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key17},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err150];
}
else {
vErrors.push(err150);
}
errors++;
}
}
if(data82["@path"] !== undefined){
let data83 = data82["@path"];
if(typeof data83 === "string"){
if(!pattern3.test(data83)){
const err151 = {instancePath:instancePath+"/[site/" + i2+"/[application/" + i5+"/[virtualDirectory/" + i6+"/@path",schemaPath:"#/properties/%5Bsite/items/properties/%5Bapplication/items/properties/%5BvirtualDirectory/items/properties/%40path/pattern",keyword:"pattern",params:{pattern: "^/$|^(/(?!\\.{1,2}(/|$))[^/]+)+$"},message:"must match pattern \""+"^/$|^(/(?!\\.{1,2}(/|$))[^/]+)+$"+"\""};
if(vErrors === null){
vErrors = [err151];
}
else {
vErrors.push(err151);
}
errors++;
}
}
else {
const err152 = {instancePath:instancePath+"/[site/" + i2+"/[application/" + i5+"/[virtualDirectory/" + i6+"/@path",schemaPath:"#/properties/%5Bsite/items/properties/%5Bapplication/items/properties/%5BvirtualDirectory/items/properties/%40path/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err152];
}
else {
vErrors.push(err152);
}
errors++;
}
}
if(data82["@physicalPath"] !== undefined){
if(typeof data82["@physicalPath"] !== "string"){
const err153 = {instancePath:instancePath+"/[site/" + i2+"/[application/" + i5+"/[virtualDirectory/" + i6+"/@physicalPath",schemaPath:"#/properties/%5Bsite/items/properties/%5Bapplication/items/properties/%5BvirtualDirectory/items/properties/%40physicalPath/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err153];
}
else {
vErrors.push(err153);
}
errors++;
}
}
if(data82["@userName"] !== undefined){
if(typeof data82["@userName"] !== "string"){
const err154 = {instancePath:instancePath+"/[site/" + i2+"/[application/" + i5+"/[virtualDirectory/" + i6+"/@userName",schemaPath:"#/properties/%5Bsite/items/properties/%5Bapplication/items/properties/%5BvirtualDirectory/items/properties/%40userName/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err154];
}
else {
vErrors.push(err154);
}
errors++;
}
}
if(data82["@password"] !== undefined){
if(typeof data82["@password"] !== "string"){
const err155 = {instancePath:instancePath+"/[site/" + i2+"/[application/" + i5+"/[virtualDirectory/" + i6+"/@password",schemaPath:"#/properties/%5Bsite/items/properties/%5Bapplication/items/properties/%5BvirtualDirectory/items/properties/%40password/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err155];
}
else {
vErrors.push(err155);
}
errors++;
}
}
if(data82["@logonMethod"] !== undefined){
let data87 = data82["@logonMethod"];
if(!((((data87 === "Interactive") || (data87 === "Batch")) || (data87 === "Network")) || (data87 === "ClearText"))){
const err156 = {instancePath:instancePath+"/[site/" + i2+"/[application/" + i5+"/[virtualDirectory/" + i6+"/@logonMethod",schemaPath:"#/properties/%5Bsite/items/properties/%5Bapplication/items/properties/%5BvirtualDirectory/items/properties/%40logonMethod/enum",keyword:"enum",params:{allowedValues: schema11.properties["[site"].items.properties["[application"].items.properties["[virtualDirectory"].items.properties["@logonMethod"].enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err156];
}
else {
vErrors.push(err156);
}
errors++;
}
}
if(data82["@allowSubDirConfig"] !== undefined){
if(typeof data82["@allowSubDirConfig"] !== "boolean"){
const err157 = {instancePath:instancePath+"/[site/" + i2+"/[application/" + i5+"/[virtualDirectory/" + i6+"/@allowSubDirConfig",schemaPath:"#/properties/%5Bsite/items/properties/%5Bapplication/items/properties/%5BvirtualDirectory/items/properties/%40allowSubDirConfig/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err157];
}
else {
vErrors.push(err157);
}
errors++;
}
}
}
else {
const err158 = {instancePath:instancePath+"/[site/" + i2+"/[application/" + i5+"/[virtualDirectory/" + i6,schemaPath:"#/properties/%5Bsite/items/properties/%5Bapplication/items/properties/%5BvirtualDirectory/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err158];
}
else {
vErrors.push(err158);
}
errors++;
}
}
}
else {
const err159 = {instancePath:instancePath+"/[site/" + i2+"/[application/" + i5+"/[virtualDirectory",schemaPath:"#/properties/%5Bsite/items/properties/%5Bapplication/items/properties/%5BvirtualDirectory/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err159];
}
else {
vErrors.push(err159);
}
errors++;
}
}
}
else {
const err160 = {instancePath:instancePath+"/[site/" + i2+"/[application/" + i5,schemaPath:"#/properties/%5Bsite/items/properties/%5Bapplication/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err160];
}
else {
vErrors.push(err160);
}
errors++;
}
}
}
else {
const err161 = {instancePath:instancePath+"/[site/" + i2+"/[application",schemaPath:"#/properties/%5Bsite/items/properties/%5Bapplication/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err161];
}
else {
vErrors.push(err161);
}
errors++;
}
}
}
else {
const err162 = {instancePath:instancePath+"/[site/" + i2,schemaPath:"#/properties/%5Bsite/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err162];
}
else {
vErrors.push(err162);
}
errors++;
}
}
}
else {
const err163 = {instancePath:instancePath+"/[site",schemaPath:"#/properties/%5Bsite/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err163];
}
else {
vErrors.push(err163);
}
errors++;
}
}
}
else {
const err164 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err164];
}
else {
vErrors.push(err164);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}

exports.section1 = validate11;
const schema12 = {"$id":"system.webServer/handlers","type":"object","properties":{"@accessPolicy":{"type":"array","items":{"enum":["None","Read","Write","Execute","Source","Script","NoRemoteWrite","NoRemoteRead","NoRemoteExecute","NoRemoteScript"]}},"[add":{"type":"array","items":{"type":"object","properties":{"@name":{"type":"string","pattern":"[^]"},"@path":{"type":"string","pattern":"[^]"},"@verb":{"type":"string"},"@type":{"type":"string"},"@modules":{"type":"string"},"@scriptProcessor":{"type":"string"},"@resourceType":{"enum":["File","Directory","Either","Unspecified"]},"@requireAccess":{"enum":["None","Read","Write","Script","Execute"]},"@allowPathInfo":{"type":"boolean"},"@preCondition":{"type":"string"},"@responseBufferLimit":{"type":"integer","minimum":0,"maximum":4294967295}},"required":["@name","@path","@verb"],"additionalProperties":false}},"[remove":{"type":"array","items":{"type":"object","properties":{"@name":{"type":"string","pattern":"[^]"}},"minProperties":1,"additionalProperties":false}},"[clear":{"type":"array","items":{"type":"object","additionalProperties":false}}},"additionalProperties":false};
const func2 = Object.prototype.hasOwnProperty;

function validate11(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="system.webServer/handlers" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((key0 === "@accessPolicy") || (key0 === "[add")) || (key0 === "[remove")) || (key0 === "[clear"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data["@accessPolicy"] !== undefined){
let data0 = data["@accessPolicy"];
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(!((((((((((data1 === "None") || (data1 === "Read")) || (data1 === "Write")) || (data1 === "Execute")) || (data1 === "Source")) || (data1 === "Script")) || (data1 === "NoRemoteWrite")) || (data1 === "NoRemoteRead")) || (data1 === "NoRemoteExecute")) || (data1 === "NoRemoteScript"))){
const err1 = {instancePath:instancePath+"/@accessPolicy/" + i0,schemaPath:"#/properties/%40accessPolicy/items/enum",keyword:"enum",params:{allowedValues: schema12.properties["@accessPolicy"].items.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
}
else {
const err2 = {instancePath:instancePath+"/@accessPolicy",schemaPath:"#/properties/%40accessPolicy/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data["[add"] !== undefined){
let data2 = data["[add"];
if(Array.isArray(data2)){
const len1 = data2.length;
for(let i1=0; i1<len1; i1++){
let data3 = data2[i1];
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3["@name"] === undefined){
const err3 = {instancePath:instancePath+"/[add/" + i1,schemaPath:"#/properties/%5Badd/items/required",keyword:"required",params:{missingProperty: "@name"},message:"must have required property '"+"@name"+"'"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data3["@path"] === undefined){
const err4 = {instancePath:instancePath+"/[add/" + i1,schemaPath:"#/properties/%5Badd/items/required",keyword:"required",params:{missingProperty: "@path"},message:"must have required property '"+"@path"+"'"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data3["@verb"] === undefined){
const err5 = {instancePath:instancePath+"/[add/" + i1,schemaPath:"#/properties/%5Badd/items/required",keyword:"required",params:{missingProperty: "@verb"},message:"must have required property '"+"@verb"+"'"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
for(const key1 in data3){
if(!(func2.call(schema12.properties["[add"].items.properties, key1))){
const err6 = {instancePath:instancePath+"/[add/" + i1,schemaPath:"#/properties/%5Badd/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data3["@name"] !== undefined){
let data4 = data3["@name"];
if(typeof data4 === "string"){
if(!pattern1.test(data4)){
const err7 = {instancePath:instancePath+"/[add/" + i1+"/@name",schemaPath:"#/properties/%5Badd/items/properties/%40name/pattern",keyword:"pattern",params:{pattern: "[^]"},message:"must match pattern \""+"[^]"+"\""};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/[add/" + i1+"/@name",schemaPath:"#/properties/%5Badd/items/properties/%40name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data3["@path"] !== undefined){
let data5 = data3["@path"];
if(typeof data5 === "string"){
if(!pattern1.test(data5)){
const err9 = {instancePath:instancePath+"/[add/" + i1+"/@path",schemaPath:"#/properties/%5Badd/items/properties/%40path/pattern",keyword:"pattern",params:{pattern: "[^]"},message:"must match pattern \""+"[^]"+"\""};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/[add/" + i1+"/@path",schemaPath:"#/properties/%5Badd/items/properties/%40path/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data3["@verb"] !== undefined){
if(typeof data3["@verb"] !== "string"){
const err11 = {instancePath:instancePath+"/[add/" + i1+"/@verb",schemaPath:"#/properties/%5Badd/items/properties/%40verb/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data3["@type"] !== undefined){
if(typeof data3["@type"] !== "string"){
const err12 = {instancePath:instancePath+"/[add/" + i1+"/@type",schemaPath:"#/properties/%5Badd/items/properties/%40type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data3["@modules"] !== undefined){
if(typeof data3["@modules"] !== "string"){
const err13 = {instancePath:instancePath+"/[add/" + i1+"/@modules",schemaPath:"#/properties/%5Badd/items/properties/%40modules/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data3["@scriptProcessor"] !== undefined){
if(typeof data3["@scriptProcessor"] !== "string"){
const err14 = {instancePath:instancePath+"/[add/" + i1+"/@scriptProcessor",schemaPath:"#/properties/%5Badd/items/properties/%40scriptProcessor/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data3["@resourceType"] !== undefined){
let data10 = data3["@resourceType"];
if(!((((data10 === "File") || (data10 === "Directory")) || (data10 === "Either")) || (data10 === "Unspecified"))){
const err15 = {instancePath:instancePath+"/[add/" + i1+"/@resourceType",schemaPath:"#/properties/%5Badd/items/properties/%40resourceType/enum",keyword:"enum",params:{allowedValues: schema12.properties["[add"].items.properties["@resourceType"].enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data3["@requireAccess"] !== undefined){
let data11 = data3["@requireAccess"];
if(!(((((data11 === "None") || (data11 === "Read")) || (data11 === "Write")) || (data11 === "Script")) || (data11 === "Execute"))){
const err16 = {instancePath:instancePath+"/[add/" + i1+"/@requireAccess",schemaPath:"#/properties/%5Badd/items/properties/%40requireAccess/enum",keyword:"enum",params:{allowedValues: schema12.properties["[add"].items.properties["@requireAccess"].enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data3["@allowPathInfo"] !== undefined){
if(typeof data3["@allowPathInfo"] !== "boolean"){
const err17 = {instancePath:instancePath+"/[add/" + i1+"/@allowPathInfo",schemaPath:"#/properties/%5Badd/items/properties/%40allowPathInfo/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data3["@preCondition"] !== undefined){
if(typeof data3["@preCondition"] !== "string"){
const err18 = {instancePath:instancePath+"/[add/" + i1+"/@preCondition",schemaPath:"#/properties/%5Badd/items/properties/%40preCondition/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data3["@responseBufferLimit"] !== undefined){
let data14 = data3["@responseBufferLimit"];
if(!(((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14))) && (isFinite(data14)))){
const err19 = {instancePath:instancePath+"/[add/" + i1+"/@responseBufferLimit",schemaPath:"#/properties/%5Badd/items/properties/%40responseBufferLimit/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if((typeof data14 == "number") && (isFinite(data14))){
if(data14 > 4294967295 || isNaN(data14)){
const err20 = {instancePath:instancePath+"/[add/" + i1+"/@responseBufferLimit",schemaPath:"#/properties/%5Badd/items/properties/%40responseBufferLimit/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295},message:"must be <= 4294967295"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(data14 < 0 || isNaN(data14)){
const err21 = {instancePath:instancePath+"/[add/" + i1+"/@responseBufferLimit",schemaPath:"#/properties/%5Badd/items/properties/%40responseBufferLimit/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
}
else {
const err22 = {instancePath:instancePath+"/[add/" + i1,schemaPath:"#/properties/%5Badd/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
else {
const err23 = {instancePath:instancePath+"/[add",schemaPath:"#/properties/%5Badd/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data["[remove"] !== undefined){
let data15 = data["[remove"];
if(Array.isArray(data15)){
const len2 = data15.length;
for(let i2=0; i2<len2; i2++){
let data16 = data15[i2];
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
if(Object.keys(data16).length < 1){
const err24 = {instancePath:instancePath+"/[remove/" + i2,schemaPath:"#/properties/%5Bremove/items/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
for(const key2 in data16){
if(!(key2 === "@name")){
const err25 = {instancePath:instancePath+"/[remove/" + i2,schemaPath:"#/properties/%5Bremove/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data16["@name"] !== undefined){
let data17 = data16["@name"];
if(typeof data17 === "string"){
if(!pattern1.test(data17)){
const err26 = {instancePath:instancePath+"/[remove/" + i2+"/@name",schemaPath:"#/properties/%5Bremove/items/properties/%40name/pattern",keyword:"pattern",params:{pattern: "[^]"},message:"must match pattern \""+"[^]"+"\""};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
else {
const err27 = {instancePath:instancePath+"/[remove/" + i2+"/@name",schemaPath:"#/properties/%5Bremove/items/properties/%40name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
}
else {
const err28 = {instancePath:instancePath+"/[remove/" + i2,schemaPath:"#/properties/%5Bremove/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
}
else {
const err29 = {instancePath:instancePath+"/[remove",schemaPath:"#/properties/%5Bremove/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data["[clear"] !== undefined){
let data18 = data["[clear"];
if(Array.isArray(data18)){
const len3 = data18.length;
for(let i3=0; i3<len3; i3++){
let data19 = data18[i3];
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
for(const key3 in data19){
const err30 = {instancePath:instancePath+"/[clear/" + i3,schemaPath:"#/properties/%5Bclear/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
else {
const err31 = {instancePath:instancePath+"/[clear/" + i3,schemaPath:"#/properties/%5Bclear/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
}
else {
const err32 = {instancePath:instancePath+"/[clear",schemaPath:"#/properties/%5Bclear/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
}
else {
const err33 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
validate11.errors = vErrors;
return errors === 0;
}

exports.section2 = validate12;
const schema13 = {"$id":"system.webServer/security/authentication/anonymousAuthentication","type":"object","properties":{"@enabled":{"type":"boolean"},"@userName":{"type":"string"},"@password":{"type":"string"},"@logonMethod":{"enum":["Interactive","Batch","Network","ClearText"]}},"additionalProperties":false};

function validate12(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="system.webServer/security/authentication/anonymousAuthentication" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((key0 === "@enabled") || (key0 === "@userName")) || (key0 === "@password")) || (key0 === "@logonMethod"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data["@enabled"] !== undefined){
if(typeof data["@enabled"] !== "boolean"){
const err1 = {instancePath:instancePath+"/@enabled",schemaPath:"#/properties/%40enabled/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data["@userName"] !== undefined){
if(typeof data["@userName"] !== "string"){
const err2 = {instancePath:instancePath+"/@userName",schemaPath:"#/properties/%40userName/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data["@password"] !== undefined){
if(typeof data["@password"] !== "string"){
const err3 = {instancePath:instancePath+"/@password",schemaPath:"#/properties/%40password/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data["@logonMethod"] !== undefined){
let data3 = data["@logonMethod"];
if(!((((data3 === "Interactive") || (data3 === "Batch")) || (data3 === "Network")) || (data3 === "ClearText"))){
const err4 = {instancePath:instancePath+"/@logonMethod",schemaPath:"#/properties/%40logonMethod/enum",keyword:"enum",params:{allowedValues: schema13.properties["@logonMethod"].enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
else {
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate12.errors = vErrors;
return errors === 0;
}

exports.section3 = validate13;
const schema14 = {"$id":"system.webServer/security/authentication/basicAuthentication","type":"object","properties":{"@enabled":{"type":"boolean"},"@realm":{"type":"string"},"@defaultLogonDomain":{"type":"string"},"@logonMethod":{"enum":["Interactive","Batch","Network","ClearText"]}},"additionalProperties":false};

function validate13(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="system.webServer/security/authentication/basicAuthentication" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((key0 === "@enabled") || (key0 === "@realm")) || (key0 === "@defaultLogonDomain")) || (key0 === "@logonMethod"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data["@enabled"] !== undefined){
if(typeof data["@enabled"] !== "boolean"){
const err1 = {instancePath:instancePath+"/@enabled",schemaPath:"#/properties/%40enabled/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data["@realm"] !== undefined){
if(typeof data["@realm"] !== "string"){
const err2 = {instancePath:instancePath+"/@realm",schemaPath:"#/properties/%40realm/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data["@defaultLogonDomain"] !== undefined){
if(typeof data["@defaultLogonDomain"] !== "string"){
const err3 = {instancePath:instancePath+"/@defaultLogonDomain",schemaPath:"#/properties/%40defaultLogonDomain/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data["@logonMethod"] !== undefined){
let data3 = data["@logonMethod"];
if(!((((data3 === "Interactive") || (data3 === "Batch")) || (data3 === "Network")) || (data3 === "ClearText"))){
const err4 = {instancePath:instancePath+"/@logonMethod",schemaPath:"#/properties/%40logonMethod/enum",keyword:"enum",params:{allowedValues: schema14.properties["@logonMethod"].enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
else {
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate13.errors = vErrors;
return errors === 0;
}

exports.section4 = validate14;
const schema15 = {"$id":"system.webServer/system.management.wsmanagement.config","type":"object","properties":{"<OperationsConfiguration":{"type":"object","properties":{"@MaxEnvelopeSizeKB":{"type":"integer","minimum":32,"maximum":4294967295},"@MaxOperationTimeoutSeconds":{"type":"integer","minimum":1,"maximum":4294967295},"@MaxEnumerateIdleTimeoutSeconds":{"type":"integer","minimum":1,"maximum":4294967295},"@MaxSubscribeIdleTimeoutSeconds":{"type":"integer","minimum":1,"maximum":4294967295},"@MaxShellIdleTimeoutMinutes":{"type":"integer","minimum":0,"maximum":4294967295},"@QuotaRefreshIntervalSeconds":{"type":"integer","minimum":0,"maximum":4294967295},"@QuotaSystemWindowSeconds":{"type":"integer","minimum":0,"maximum":4294967295},"@QuotaSystemWindowOperations":{"type":"integer","minimum":0,"maximum":4294967295}},"additionalProperties":false},"<PluginModules":{"type":"object","properties":{"<OperationsPlugins":{"type":"object","properties":{"[Plugin":{"type":"array","items":{"type":"object","properties":{"@Name":{"type":"string","pattern":"[^]"},"@Filename":{"type":"string","pattern":"[^]"},"@SDKVersion":{"type":"integer","minimum":0,"maximum":4294967295},"@XmlRenderingType":{"enum":["text","XmlReader"]},"@Enabled":{"type":"boolean"},"<InitializationParameters":{"type":"object","properties":{"[Param":{"type":"array","items":{"type":"object","properties":{"@Name":{"type":"string","pattern":"[^]"},"@Value":{"type":"string","pattern":"[^]"}},"required":["@Name","@Value"],"additionalProperties":false}}},"additionalProperties":false},"<Resources":{"type":"object","properties":{"[Resource":{"type":"array","items":{"type":"object","properties":{"@ResourceUri":{"type":"string","pattern":"[^]"},"@SupportsOptions":{"type":"boolean"},"@ExactMatch":{"type":"boolean"},"[Capability":{"type":"array","items":{"type":"object","properties":{"@Type":{"enum":["Get","Put","Create","Delete","Invoke","Enumerate","Subscribe","Shell"]},"@SupportsFragment":{"type":"boolean"},"@SupportsFiltering":{"type":"boolean"}},"required":["@Type"],"additionalProperties":false}}},"required":["@ResourceUri"],"additionalProperties":false}}},"additionalProperties":false}},"required":["@Name","@Filename","@SDKVersion"],"additionalProperties":false}}},"additionalProperties":false},"[AuthorizationPlugin":{"type":"array","items":{"type":"object","properties":{"@Name":{"type":"string","pattern":"[^]"},"@Filename":{"type":"string","pattern":"[^]"},"@SDKVersion":{"type":"integer","minimum":0,"maximum":4294967295},"@SupportsQuota":{"type":"boolean"}},"required":["@Name","@Filename","@SDKVersion"],"additionalProperties":false}}},"additionalProperties":false}},"additionalProperties":false};

function validate14(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="system.webServer/system.management.wsmanagement.config" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((key0 === "<OperationsConfiguration") || (key0 === "<PluginModules"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data["<OperationsConfiguration"] !== undefined){
let data0 = data["<OperationsConfiguration"];
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
for(const key1 in data0){
if(!((((((((key1 === "@MaxEnvelopeSizeKB") || (key1 === "@MaxOperationTimeoutSeconds")) || (key1 === "@MaxEnumerateIdleTimeoutSeconds")) || (key1 === "@MaxSubscribeIdleTimeoutSeconds")) || (key1 === "@MaxShellIdleTimeoutMinutes")) || (key1 === "@QuotaRefreshIntervalSeconds")) || (key1 === "@QuotaSystemWindowSeconds")) || (key1 === "@QuotaSystemWindowOperations"))){
const err1 = {instancePath:instancePath+"/<OperationsConfiguration",schemaPath:"#/properties/%3COperationsConfiguration/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data0["@MaxEnvelopeSizeKB"] !== undefined){
let data1 = data0["@MaxEnvelopeSizeKB"];
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
const err2 = {instancePath:instancePath+"/<OperationsConfiguration/@MaxEnvelopeSizeKB",schemaPath:"#/properties/%3COperationsConfiguration/properties/%40MaxEnvelopeSizeKB/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 4294967295 || isNaN(data1)){
const err3 = {instancePath:instancePath+"/<OperationsConfiguration/@MaxEnvelopeSizeKB",schemaPath:"#/properties/%3COperationsConfiguration/properties/%40MaxEnvelopeSizeKB/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295},message:"must be <= 4294967295"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data1 < 32 || isNaN(data1)){
const err4 = {instancePath:instancePath+"/<OperationsConfiguration/@MaxEnvelopeSizeKB",schemaPath:"#/properties/%3COperationsConfiguration/properties/%40MaxEnvelopeSizeKB/minimum",keyword:"minimum",params:{comparison: ">=", limit: 32},message:"must be >= 32"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
if(data0["@MaxOperationTimeoutSeconds"] !== undefined){
let data2 = data0["@MaxOperationTimeoutSeconds"];
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
const err5 = {instancePath:instancePath+"/<OperationsConfiguration/@MaxOperationTimeoutSeconds",schemaPath:"#/properties/%3COperationsConfiguration/properties/%40MaxOperationTimeoutSeconds/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 4294967295 || isNaN(data2)){
const err6 = {instancePath:instancePath+"/<OperationsConfiguration/@MaxOperationTimeoutSeconds",schemaPath:"#/properties/%3COperationsConfiguration/properties/%40MaxOperationTimeoutSeconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295},message:"must be <= 4294967295"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data2 < 1 || isNaN(data2)){
const err7 = {instancePath:instancePath+"/<OperationsConfiguration/@MaxOperationTimeoutSeconds",schemaPath:"#/properties/%3COperationsConfiguration/properties/%40MaxOperationTimeoutSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
if(data0["@MaxEnumerateIdleTimeoutSeconds"] !== undefined){
let data3 = data0["@MaxEnumerateIdleTimeoutSeconds"];
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
const err8 = {instancePath:instancePath+"/<OperationsConfiguration/@MaxEnumerateIdleTimeoutSeconds",schemaPath:"#/properties/%3COperationsConfiguration/properties/%40MaxEnumerateIdleTimeoutSeconds/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 > 4294967295 || isNaN(data3)){
const err9 = {instancePath:instancePath+"/<OperationsConfiguration/@MaxEnumerateIdleTimeoutSeconds",schemaPath:"#/properties/%3COperationsConfiguration/properties/%40MaxEnumerateIdleTimeoutSeconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295},message:"must be <= 4294967295"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data3 < 1 || isNaN(data3)){
const err10 = {instancePath:instancePath+"/<OperationsConfiguration/@MaxEnumerateIdleTimeoutSeconds",schemaPath:"#/properties/%3COperationsConfiguration/properties/%40MaxEnumerateIdleTimeoutSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
if(data0["@MaxSubscribeIdleTimeoutSeconds"] !== undefined){
let data4 = data0["@MaxSubscribeIdleTimeoutSeconds"];
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
const err11 = {instancePath:instancePath+"/<OperationsConfiguration/@MaxSubscribeIdleTimeoutSeconds",schemaPath:"#/properties/%3COperationsConfiguration/properties/%40MaxSubscribeIdleTimeoutSeconds/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 > 4294967295 || isNaN(data4)){
const err12 = {instancePath:instancePath+"/<OperationsConfiguration/@MaxSubscribeIdleTimeoutSeconds",schemaPath:"#/properties/%3COperationsConfiguration/properties/%40MaxSubscribeIdleTimeoutSeconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295},message:"must be <= 4294967295"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(data4 < 1 || isNaN(data4)){
const err13 = {instancePath:instancePath+"/<OperationsConfiguration/@MaxSubscribeIdleTimeoutSeconds",schemaPath:"#/properties/%3COperationsConfiguration/properties/%40MaxSubscribeIdleTimeoutSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
if(data0["@MaxShellIdleTimeoutMinutes"] !== undefined){
let data5 = data0["@MaxShellIdleTimeoutMinutes"];
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
const err14 = {instancePath:instancePath+"/<OperationsConfiguration/@MaxShellIdleTimeoutMinutes",schemaPath:"#/properties/%3COperationsConfiguration/properties/%40MaxShellIdleTimeoutMinutes/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 > 4294967295 || isNaN(data5)){
const err15 = {instancePath:instancePath+"/<OperationsConfiguration/@MaxShellIdleTimeoutMinutes",schemaPath:"#/properties/%3COperationsConfiguration/properties/%40MaxShellIdleTimeoutMinutes/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295},message:"must be <= 4294967295"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(data5 < 0 || isNaN(data5)){
const err16 = {instancePath:instancePath+"/<OperationsConfiguration/@MaxShellIdleTimeoutMinutes",schemaPath:"#/properties/%3COperationsConfiguration/properties/%40MaxShellIdleTimeoutMinutes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
if(data0["@QuotaRefreshIntervalSeconds"] !== undefined){
let data6 = data0["@QuotaRefreshIntervalSeconds"];
if(!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))){
const err17 = {instancePath:instancePath+"/<OperationsConfiguration/@QuotaRefreshIntervalSeconds",schemaPath:"#/properties/%3COperationsConfiguration/properties/%40QuotaRefreshIntervalSeconds/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 > 4294967295 || isNaN(data6)){
const err18 = {instancePath:instancePath+"/<OperationsConfiguration/@QuotaRefreshIntervalSeconds",schemaPath:"#/properties/%3COperationsConfiguration/properties/%40QuotaRefreshIntervalSeconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295},message:"must be <= 4294967295"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(data6 < 0 || isNaN(data6)){
const err19 = {instancePath:instancePath+"/<OperationsConfiguration/@QuotaRefreshIntervalSeconds",schemaPath:"#/properties/%3COperationsConfiguration/properties/%40QuotaRefreshIntervalSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
if(data0["@QuotaSystemWindowSeconds"] !== undefined){
let data7 = data0["@QuotaSystemWindowSeconds"];
if(!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))){
const err20 = {instancePath:instancePath+"/<OperationsConfiguration/@QuotaSystemWindowSeconds",schemaPath:"#/properties/%3COperationsConfiguration/properties/%40QuotaSystemWindowSeconds/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 > 4294967295 || isNaN(data7)){
const err21 = {instancePath:instancePath+"/<OperationsConfiguration/@QuotaSystemWindowSeconds",schemaPath:"#/properties/%3COperationsConfiguration/properties/%40QuotaSystemWindowSeconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295},message:"must be <= 4294967295"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(data7 < 0 || isNaN(data7)){
const err22 = {instancePath:instancePath+"/<OperationsConfiguration/@QuotaSystemWindowSeconds",schemaPath:"#/properties/%3COperationsConfiguration/properties/%40QuotaSystemWindowSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
if(data0["@QuotaSystemWindowOperations"] !== undefined){
let data8 = data0["@QuotaSystemWindowOperations"];
if(!(((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8))) && (isFinite(data8)))){
const err23 = {instancePath:instancePath+"/<OperationsConfiguration/@QuotaSystemWindowOperations",schemaPath:"#/properties/%3COperationsConfiguration/properties/%40QuotaSystemWindowOperations/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if((typeof data8 == "number") && (isFinite(data8))){
if(data8 > 4294967295 || isNaN(data8)){
const err24 = {instancePath:instancePath+"/<OperationsConfiguration/@QuotaSystemWindowOperations",schemaPath:"#/properties/%3COperationsConfiguration/properties/%40QuotaSystemWindowOperations/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295},message:"must be <= 4294967295"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(data8 < 0 || isNaN(data8)){
const err25 = {instancePath:instancePath+"/<OperationsConfiguration/@QuotaSystemWindowOperations",schemaPath:"#/properties/%3COperationsConfiguration/properties/%40QuotaSystemWindowOperations/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
}
}
else {
const err26 = {instancePath:instancePath+"/<OperationsConfiguration",schemaPath:"#/properties/%3COperationsConfiguration/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data["<PluginModules"] !== undefined){
let data9 = data["<PluginModules"];
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
for(const key2 in data9){
if(!((key2 === "<OperationsPlugins") || (key2 === "[AuthorizationPlugin"))){
const err27 = {instancePath:instancePath+"/<PluginModules",schemaPath:"#/properties/%3CPluginModules/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data9["<OperationsPlugins"] !== undefined){
let data10 = data9["<OperationsPlugins"];
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
for(const key3 in data10){
if(!(key3 === "[Plugin")){
const err28 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins",schemaPath:"#/properties/%3CPluginModules/properties/%3COperationsPlugins/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data10["[Plugin"] !== undefined){
let data11 = data10["[Plugin"];
if(Array.isArray(data11)){
const len0 = data11.length;
for(let i0=0; i0<len0; i0++){
let data12 = data11[i0];
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
if(data12["@Name"] === undefined){
const err29 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0,schemaPath:"#/properties/%3CPluginModules/properties/%3COperationsPlugins/properties/%5BPlugin/items/required",keyword:"required",params:{missingProperty: "@Name"},message:"must have required property '"+"@Name"+"'"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if(data12["@Filename"] === undefined){
const err30 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0,schemaPath:"#/properties/%3CPluginModules/properties/%3COperationsPlugins/properties/%5BPlugin/items/required",keyword:"required",params:{missingProperty: "@Filename"},message:"must have required property '"+"@Filename"+"'"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
if(data12["@SDKVersion"] === undefined){
const err31 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0,schemaPath:"#/properties/%3CPluginModules/properties/%3COperationsPlugins/properties/%5BPlugin/items/required",keyword:"required",params:{missingProperty: "@SDKVersion"},message:"must have required property '"+"@SDKVersion"+"'"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
for(const key4 in data12){
if(!(((((((key4 === "@Name") || (key4 === "@Filename")) || (key4 === "@SDKVersion")) || (key4 === "@XmlRenderingType")) || (key4 === "@Enabled")) || (key4 === "<InitializationParameters")) || (key4 === "<Resources"))){
const err32 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0,schemaPath:"#/properties/%3CPluginModules/properties/%3COperationsPlugins/properties/%5BPlugin/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data12["@Name"] !== undefined){
let data13 = data12["@Name"];
if(typeof data13 === "string"){
if(!pattern1.test(data13)){
const err33 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0+"/@Name",schemaPath:"#/properties/%3CPluginModules/properties/%3COperationsPlugins/properties/%5BPlugin/items/properties/%40Name/pattern",keyword:"pattern",params:{pattern: "[^]"},message:"must match pattern \""+"[^]"+"\""};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
else {
const err34 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0+"/@Name",schemaPath:"#/properties/%3CPluginModules/properties/%3COperationsPlugins/properties/%5BPlugin/items/properties/%40Name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data12["@Filename"] !== undefined){
let data14 = data12["@Filename"];
if(typeof data14 === "string"){
if(!pattern1.test(data14)){
const err35 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0+"/@Filename",schemaPath:"#/properties/%3CPluginModules/properties/%3COperationsPlugins/properties/%5BPlugin/items/properties/%40Filename/pattern",keyword:"pattern",params:{pattern: "[^]"},message:"must match pattern \""+"[^]"+"\""};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
else {
const err36 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0+"/@Filename",schemaPath:"#/properties/%3CPluginModules/properties/%3COperationsPlugins/properties/%5BPlugin/items/properties/%40Filename/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data12["@SDKVersion"] !== undefined){
let data15 = data12["@SDKVersion"];
if(!(((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15))) && (isFinite(data15)))){
const err37 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0+"/@SDKVersion",schemaPath:"#/properties/%3CPluginModules/properties/%3COperationsPlugins/properties/%5BPlugin/items/properties/%40SDKVersion/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
if((typeof data15 == "number") && (isFinite(data15))){
if(data15 > 4294967295 || isNaN(data15)){
const err38 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0+"/@SDKVersion",schemaPath:"#/properties/%3CPluginModules/properties/%3COperationsPlugins/properties/%5BPlugin/items/properties/%40SDKVersion/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295},message:"must be <= 4294967295"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
if(data15 < 0 || isNaN(data15)){
const err39 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0+"/@SDKVersion",schemaPath:"#/properties/%3CPluginModules/properties/%3COperationsPlugins/properties/%5BPlugin/items/properties/%40SDKVersion/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
}
if(data12["@XmlRenderingType"] !== undefined){
let data16 = data12["@XmlRenderingType"];
if(!((data16 === "text") || (data16 === "XmlReader"))){
const err40 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0+"/@XmlRenderingType",schemaPath:"#/properties/%3CPluginModules/properties/%3COperationsPlugins/properties/%5BPlugin/items/properties/%40XmlRenderingType/enum",keyword:"enum",params:{allowedValues: schema15.properties["<PluginModules"].properties["<OperationsPlugins"].properties["[Plugin"].items.properties["@XmlRenderingType"].enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data12["@Enabled"] !== undefined){
if(typeof data12["@Enabled"] !== "boolean"){
const err41 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0+"/@Enabled",schemaPath:"#/properties/%3CPluginModules/properties/%3COperationsPlugins/properties/%5BPlugin/items/properties/%40Enabled/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
if(data12["<InitializationParameters"] !== undefined){
let data18 = data12["<InitializationParameters"];
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
for(const key5 in data18){
if(!(key5 === "[Param")){
const err42 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0+"/<InitializationParameters",schemaPath:"#/properties/%3CPluginModules/properties/%3COperationsPlugins/properties/%5BPlugin/items/properties/%3CInitializationParameters/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data18["[Param"] !== undefined){
let data19 = data18["[Param"];
if(Array.isArray(data19)){
const len1 = data19.length;
for(let i1=0; i1<len1; i1++){
let data20 = data19[i1];
if(data20 && typeof data20 == "object" && !Array.isArray(data20)){
if(data20["@Name"] === undefined){
const err43 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0+"/<InitializationParameters/[Param/" + i1,schemaPath:"#/properties/%3CPluginModules/properties/%3COperationsPlugins/properties/%5BPlugin/items/properties/%3CInitializationParameters/properties/%5BParam/items/required",keyword:"required",params:{missingProperty: "@Name"},message:"must have required property '"+"@Name"+"'"};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
if(data20["@Value"] === undefined){
const err44 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0+"/<InitializationParameters/[Param/" + i1,schemaPath:"#/properties/%3CPluginModules/properties/%3COperationsPlugins/properties/%5BPlugin/items/properties/%3CInitializationParameters/properties/%5BParam/items/required",keyword:"required",params:{missingProperty: "@Value"},message:"must have required property '"+"@Value"+"'"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
for(const key6 in data20){
if(!((key6 === "@Name") || (key6 === "@Value"))){
const err45 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0+"/<InitializationParameters/[Param/" + i1,schemaPath:"#/properties/%3CPluginModules/properties/%3COperationsPlugins/properties/%5BPlugin/items/properties/%3CInitializationParameters/properties/%5BParam/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data20["@Name"] !== undefined){
let data21 = data20["@Name"];
if(typeof data21 === "string"){
if(!pattern1.test(data21)){
const err46 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0+"/<InitializationParameters/[Param/" + i1+"/@Name",schemaPath:"#/properties/%3CPluginModules/properties/%3COperationsPlugins/properties/%5BPlugin/items/properties/%3CInitializationParameters/properties/%5BParam/items/properties/%40Name/pattern",keyword:"pattern",params:{pattern: "[^]"},message:"must match pattern \""+"[^]"+"\""};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
else {
const err47 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0+"/<InitializationParameters/[Param/" + i1+"/@Name",schemaPath:"#/properties/%3CPluginModules/properties/%3COperationsPlugins/properties/%5BPlugin/items/properties/%3CInitializationParameters/properties/%5BParam/items/properties/%40Name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
if(data20["@Value"] !== undefined){
let data22 = data20["@Value"];
if(typeof data22 === "string"){
if(!pattern1.test(data22)){
const err48 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0+"/<InitializationParameters/[Param/" + i1+"/@Value",schemaPath:"#/properties/%3CPluginModules/properties/%3COperationsPlugins/properties/%5BPlugin/items/properties/%3CInitializationParameters/properties/%5BParam/items/properties/%40Value/pattern",keyword:"pattern",params:{pattern: "[^]"},message:"must match pattern \""+"[^]"+"\""};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
else {
const err49 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0+"/<InitializationParameters/[Param/" + i1+"/@Value",schemaPath:"#/properties/%3CPluginModules/properties/%3COperationsPlugins/properties/%5BPlugin/items/properties/%3CInitializationParameters/properties/%5BParam/items/properties/%40Value/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
}
else {
const err50 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0+"/<InitializationParameters/[Param/" + i1,schemaPath:"#/properties/%3CPluginModules/properties/%3COperationsPlugins/properties/%5BPlugin/items/properties/%3CInitializationParameters/properties/%5BParam/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
}
else {
const err51 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0+"/<InitializationParameters/[Param",schemaPath:"#/properties/%3CPluginModules/properties/%3COperationsPlugins/properties/%5BPlugin/items/properties/%3CInitializationParameters/properties/%5BParam/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
}
else {
const err52 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0+"/<InitializationParameters",schemaPath:"#/properties/%3CPluginModules/properties/%3COperationsPlugins/properties/%5BPlugin/items/properties/%3CInitializationParameters/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
if(data12["<Resources"] !== undefined){
let data23 = data12["<Resources"];
if(data23 && typeof data23 == "object" && !Array.isArray(data23)){
for(const key7 in data23){
if(!(key7 === "[Resource")){
const err53 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0+"/<Resources",schemaPath:"#/properties/%3CPluginModules/properties/%3COperationsPlugins/properties/%5BPlugin/items/properties/%3CResources/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
if(data23["[Resource"] !== undefined){
let data24 = data23["[Resource"];
if(Array.isArray(data24)){
const len2 = data24.length;
for(let i2=0; i2<len2; i2++){
let data25 = data24[i2];
if(data25 && typeof data25 == "object" && !Array.isArray(data25)){
if(data25["@ResourceUri"] === undefined){
const err54 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0+"/<Resources/[Resource/" + i2,schemaPath:"#/properties/%3CPluginModules/properties/%3COperationsPlugins/properties/%5BPlugin/items/properties/%3CResources/properties/%5BResource/items/required",keyword:"required",params:{missingProperty: "@ResourceUri"},message:"must have required property '"+"@ResourceUri"+"'"};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
for(const key8 in data25){
if(!((((key8 === "@ResourceUri") || (key8 === "@SupportsOptions")) || (key8 === "@ExactMatch")) || (key8 === "[Capability"))){
const err55 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0+"/<Resources/[Resource/" + i2,schemaPath:"#/properties/%3CPluginModules/properties/%3COperationsPlugins/properties/%5BPlugin/items/properties/%3CResources/properties/%5BResource/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
if(data25["@ResourceUri"] !== undefined){
let data26 = data25["@ResourceUri"];
if(typeof data26 === "string"){
if(!pattern1.test(data26)){
const err56 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0+"/<Resources/[Resource/" + i2+"/@ResourceUri",schemaPath:"#/properties/%3CPluginModules/properties/%3COperationsPlugins/properties/%5BPlugin/items/properties/%3CResources/properties/%5BResource/items/properties/%40ResourceUri/pattern",keyword:"pattern",params:{pattern: "[^]"},message:"must match pattern \""+"[^]"+"\""};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
else {
const err57 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0+"/<Resources/[Resource/" + i2+"/@ResourceUri",schemaPath:"#/properties/%3CPluginModules/properties/%3COperationsPlugins/properties/%5BPlugin/items/properties/%3CResources/properties/%5BResource/items/properties/%40ResourceUri/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
if(data25["@SupportsOptions"] !== undefined){
if(typeof data25["@SupportsOptions"] !== "boolean"){
const err58 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0+"/<Resources/[Resource/" + i2+"/@SupportsOptions",schemaPath:"#/properties/%3CPluginModules/properties/%3COperationsPlugins/properties/%5BPlugin/items/properties/%3CResources/properties/%5BResource/items/properties/%40SupportsOptions/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
if(data25["@ExactMatch"] !== undefined){
if(typeof data25["@ExactMatch"] !== "boolean"){
const err59 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0+"/<Resources/[Resource/" + i2+"/@ExactMatch",schemaPath:"#/properties/%3CPluginModules/properties/%3COperationsPlugins/properties/%5BPlugin/items/properties/%3CResources/properties/%5BResource/items/properties/%40ExactMatch/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
if(data25["[Capability"] !== undefined){
let data29 = data25["[Capability"];
if(Array.isArray(data29)){
const len3 = data29.length;
for(let i3=0; i3<len3; i3++){
let data30 = data29[i3];
if(data30 && typeof data30 == "object" && !Array.isArray(data30)){
if(data30["@Type"] === undefined){
const err60 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0+"/<Resources/[Resource/" + i2+"/[Capability/" + i3,schemaPath:"#/properties/%3CPluginModules/properties/%3COperationsPlugins/properties/%5BPlugin/items/properties/%3CResources/properties/%5BResource/items/properties/%5BCapability/items/required",keyword:"required",params:{missingProperty: "@Type"},message:"must have required property '"+"@Type"+"'"};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
for(const key9 in data30){
if(!(((key9 === "@Type") || (key9 === "@SupportsFragment")) || (key9 === "@SupportsFiltering"))){
const err61 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0+"/<Resources/[Resource/" + i2+"/[Capability/" + i3,schemaPath:"#/properties/%3CPluginModules/properties/%3COperationsPlugins/properties/%5BPlugin/items/properties/%3CResources/properties/%5BResource/items/properties/%5BCapability/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
if(data30["@Type"] !== undefined){
let data31 = data30["@Type"];
if(!((((((((data31 === "Get") || (data31 === "Put")) || (data31 === "Create")) || (data31 === "Delete")) || (data31 === "Invoke")) || (data31 === "Enumerate")) || (data31 === "Subscribe")) || (data31 === "Shell"))){
const err62 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0+"/<Resources/[Resource/" + i2+"/[Capability/" + i3+"/@Type",schemaPath:"#/properties/%3CPluginModules/properties/%3COperationsPlugins/properties/%5BPlugin/items/properties/%3CResources/properties/%5BResource/items/properties/%5BCapability/items/properties/%40Type/enum",keyword:"enum",params:{allowedValues: schema15.properties["<PluginModules"].properties["<OperationsPlugins"].properties["[Plugin"].items.properties["<Resources"].properties["[Resource"].items.properties["[Capability"].items.properties["@Type"].enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
if(data30["@SupportsFragment"] !== undefined){
if(typeof data30["@SupportsFragment"] !== "boolean"){
const err63 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0+"/<Resources/[Resource/" + i2+"/[Capability/" + i3+"/@SupportsFragment",schemaPath:"#/properties/%3CPluginModules/properties/%3COperationsPlugins/properties/%5BPlugin/items/properties/%3CResources/properties/%5BResource/items/properties/%5BCapability/items/properties/%40SupportsFragment/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
if(data30["@SupportsFiltering"] !== undefined){
if(typeof data30["@SupportsFiltering"] !== "boolean"){
const err64 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0+"/<Resources/[Resource/" + i2+"/[Capability/" + i3+"/@SupportsFiltering",schemaPath:"#/properties/%3CPluginModules/properties/%3COperationsPlugins/properties/%5BPlugin/items/properties/%3CResources/properties/%5BResource/items/properties/%5BCapability/items/properties/%40SupportsFiltering/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
}
else {
const err65 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0+"/<Resources/[Resource/" + i2+"/[Capability/" + i3,schemaPath:"#/properties/%3CPluginModules/properties/%3COperationsPlugins/properties/%5BPlugin/items/properties/%3CResources/properties/%5BResource/items/properties/%5BCapability/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
}
else {
const err66 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0+"/<Resources/[Resource/" + i2+"/[Capability",schemaPath:"#/properties/%3CPluginModules/properties/%3COperationsPlugins/properties/%5BPlugin/items/properties/%3CResources/properties/%5BResource/items/properties/%5BCapability/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
}
else {
const err67 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0+"/<Resources/[Resource/" + i2,schemaPath:"#/properties/%3CPluginModules/properties/%3COperationsPlugins/properties/%5BPlugin/items/properties/%3CResources/properties/%5BResource/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
}
else {
const err68 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0+"/<Resources/[Resource",schemaPath:"#/properties/%3CPluginModules/properties/%3COperationsPlugins/properties/%5BPlugin/items/properties/%3CResources/properties/%5BResource/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
}
else {
const err69 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0+"/<Resources",schemaPath:"#/properties/%3CPluginModules/properties/%3COperationsPlugins/properties/%5BPlugin/items/properties/%3CResources/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
}
else {
const err70 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0,schemaPath:"#/properties/%3CPluginModules/properties/%3COperationsPlugins/properties/%5BPlugin/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
}
else {
const err71 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin",schemaPath:"#/properties/%3CPluginModules/properties/%3COperationsPlugins/properties/%5BPlugin/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
}
else {
const err72 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins",schemaPath:"#/properties/%3CPluginModules/properties/%3COperationsPlugins/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
if(data9["[AuthorizationPlugin"] !== undefined){
let data34 = data9["[AuthorizationPlugin"];
if(Array.isArray(data34)){
const len4 = data34.length;
for(let i4=0; i4<len4; i4++){
let data35 = data34[i4];
if(data35 && typeof data35 == "object" && !Array.isArray(data35)){
if(data35["@Name"] === undefined){
const err73 = {instancePath:instancePath+"/<PluginModules/[AuthorizationPlugin/" + i4,schemaPath:"#/properties/%3CPluginModules/properties/%5BAuthorizationPlugin/items/required",keyword:"required",params:{missingProperty: "@Name"},message:"must have required property '"+"@Name"+"'"};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
if(data35["@Filename"] === undefined){
const err74 = {instancePath:instancePath+"/<PluginModules/[AuthorizationPlugin/" + i4,schemaPath:"#/properties/%3CPluginModules/properties/%5BAuthorizationPlugin/items/required",keyword:"required",params:{missingProperty: "@Filename"},message:"must have required property '"+"@Filename"+"'"};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
if(data35["@SDKVersion"] === undefined){
const err75 = {instancePath:instancePath+"/<PluginModules/[AuthorizationPlugin/" + i4,schemaPath:"#/properties/%3CPluginModules/properties/%5BAuthorizationPlugin/items/required",keyword:"required",params:{missingProperty: "@SDKVersion"},message:"must have required property '"+"@SDKVersion"+"'"};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
for(const key10 in data35){
if(!((((key10 === "@Name") || (key10 === "@Filename")) || (key10 === "@SDKVersion")) || (key10 === "@SupportsQuota"))){
const err76 = {instancePath:instancePath+"/<PluginModules/[AuthorizationPlugin/" + i4,schemaPath:"#/properties/%3CPluginModules/properties/%5BAuthorizationPlugin/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
if(data35["@Name"] !== undefined){
let data36 = data35["@Name"];
if(typeof data36 === "string"){
if(!pattern1.test(data36)){
const err77 = {instancePath:instancePath+"/<PluginModules/[AuthorizationPlugin/" + i4+"/@Name",schemaPath:"#/properties/%3CPluginModules/properties/%5BAuthorizationPlugin/items/properties/%40Name/pattern",keyword:"pattern",params:{pattern: "[^]"},message:"must match pattern \""+"[^]"+"\""};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
else {
const err78 = {instancePath:instancePath+"/<PluginModules/[AuthorizationPlugin/" + i4+"/@Name",schemaPath:"#/properties/%3CPluginModules/properties/%5BAuthorizationPlugin/items/properties/%40Name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
}
if(data35["@Filename"] !== undefined){
let data37 = data35["@Filename"];
if(typeof data37 === "string"){
if(!pattern1.test(data37)){
const err79 = {instancePath:instancePath+"/<PluginModules/[AuthorizationPlugin/" + i4+"/@Filename",schemaPath:"#/properties/%3CPluginModules/properties/%5BAuthorizationPlugin/items/properties/%40Filename/pattern",keyword:"pattern",params:{pattern: "[^]"},message:"must match pattern \""+"[^]"+"\""};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
else {
const err80 = {instancePath:instancePath+"/<PluginModules/[AuthorizationPlugin/" + i4+"/@Filename",schemaPath:"#/properties/%3CPluginModules/properties/%5BAuthorizationPlugin/items/properties/%40Filename/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
}
if(data35["@SDKVersion"] !== undefined){
let data38 = data35["@SDKVersion"];
if(!(((typeof data38 == "number") && (!(data38 % 1) && !isNaN(data38))) && (isFinite(data38)))){
const err81 = {instancePath:instancePath+"/<PluginModules/[AuthorizationPlugin/" + i4+"/@SDKVersion",schemaPath:"#/properties/%3CPluginModules/properties/%5BAuthorizationPlugin/items/properties/%40SDKVersion/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
if((typeof data38 == "number") && (isFinite(data38))){
if(data38 > 4294967295 || isNaN(data38)){
const err82 = {instancePath:instancePath+"/<PluginModules/[AuthorizationPlugin/" + i4+"/@SDKVersion",schemaPath:"#/properties/%3CPluginModules/properties/%5BAuthorizationPlugin/items/properties/%40SDKVersion/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295},message:"must be <= 4294967295"};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
if(data38 < 0 || isNaN(data38)){
const err83 = {instancePath:instancePath+"/<PluginModules/[AuthorizationPlugin/" + i4+"/@SDKVersion",schemaPath:"#/properties/%3CPluginModules/properties/%5BAuthorizationPlugin/items/properties/%40SDKVersion/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
}
}
if(data35["@SupportsQuota"] !== undefined){
if(typeof data35["@SupportsQuota"] !== "boolean"){
const err84 = {instancePath:instancePath+"/<PluginModules/[AuthorizationPlugin/" + i4+"/@SupportsQuota",schemaPath:"#/properties/%3CPluginModules/properties/%5BAuthorizationPlugin/items/properties/%40SupportsQuota/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
}
}
else {
const err85 = {instancePath:instancePath+"/<PluginModules/[AuthorizationPlugin/" + i4,schemaPath:"#/properties/%3CPluginModules/properties/%5BAuthorizationPlugin/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
}
}
else {
const err86 = {instancePath:instancePath+"/<PluginModules/[AuthorizationPlugin",schemaPath:"#/properties/%3CPluginModules/properties/%5BAuthorizationPlugin/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
}
}
else {
const err87 = {instancePath:instancePath+"/<PluginModules",schemaPath:"#/properties/%3CPluginModules/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
}
}
else {
const err88 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
validate14.errors = vErrors;
return errors === 0;
}

exports.section5 = validate15;
const schema16 = {"$id":"system.applicationHost/listener","type":"object","properties":{"@headerTimeout":{"type":"number","minimum":1,"maximum":3600,"granularity":{"from":1,"step":1}},"@requestTimeout":{"type":"number","minimum":1,"maximum":86400,"granularity":{"from":1,"step":1}},"@idleTimeout":{"type":"number","minimum":1,"maximum":86400,"granularity":{"from":1,"step":1}},"@maxConnections":{"type":"integer","minimum":1,"maximum":4294967295},"@maxHeaderBytes":{"type":"integer","minimum":1024,"maximum":1048576}},"additionalProperties":false};

function validate15(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="system.applicationHost/listener" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((key0 === "@headerTimeout") || (key0 === "@requestTimeout")) || (key0 === "@idleTimeout")) || (key0 === "@maxConnections")) || (key0 === "@maxHeaderBytes"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data["@headerTimeout"] !== undefined){
let data0 = data["@headerTimeout"];
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 3600 || isNaN(data0)){
const err1 = {instancePath:instancePath+"/@headerTimeout",schemaPath:"#/properties/%40headerTimeout/maximum",keyword:"maximum",params:{comparison: "<=", limit: 3600},message:"must be <= 3600"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data0 < 1 || isNaN(data0)){
const err2 = {instancePath:instancePath+"/@headerTimeout",schemaPath:"#/properties/%40headerTimeout/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if((data0 - 1) % 1 !== 0 && data0 % 1 !== 0){
const err3 = {instancePath:instancePath+"/@headerTimeout",schemaPath:"#/properties/%40headerTimeout/granularity",keyword:"granularity",params:{},message:"must pass \"granularity\" keyword validation"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/@headerTimeout",schemaPath:"#/properties/%40headerTimeout/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data["@requestTimeout"] !== undefined){
let data1 = data["@requestTimeout"];
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 86400 || isNaN(data1)){
const err5 = {instancePath:instancePath+"/@requestTimeout",schemaPath:"#/properties/%40requestTimeout/maximum",keyword:"maximum",params:{comparison: "<=", limit: 86400},message:"must be <= 86400"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data1 < 1 || isNaN(data1)){
const err6 = {instancePath:instancePath+"/@requestTimeout",schemaPath:"#/properties/%40requestTimeout/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if((data1 - 1) % 1 !== 0 && data1 % 1 !== 0){
const err7 = {instancePath:instancePath+"/@requestTimeout",schemaPath:"#/properties/%40requestTimeout/granularity",keyword:"granularity",params:{},message:"must pass \"granularity\" keyword validation"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/@requestTimeout",schemaPath:"#/properties/%40requestTimeout/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data["@idleTimeout"] !== undefined){
let data2 = data["@idleTimeout"];
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 86400 || isNaN(data2)){
const err9 = {instancePath:instancePath+"/@idleTimeout",schemaPath:"#/properties/%40idleTimeout/maximum",keyword:"maximum",params:{comparison: "<=", limit: 86400},message:"must be <= 86400"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data2 < 1 || isNaN(data2)){
const err10 = {instancePath:instancePath+"/@idleTimeout",schemaPath:"#/properties/%40idleTimeout/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if((data2 - 1) % 1 !== 0 && data2 % 1 !== 0){
const err11 = {instancePath:instancePath+"/@idleTimeout",schemaPath:"#/properties/%40idleTimeout/granularity",keyword:"granularity",params:{},message:"must pass \"granularity\" keyword validation"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/@idleTimeout",schemaPath:"#/properties/%40idleTimeout/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data["@maxConnections"] !== undefined){
let data3 = data["@maxConnections"];
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
const err13 = {instancePath:instancePath+"/@maxConnections",schemaPath:"#/properties/%40maxConnections/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 > 4294967295 || isNaN(data3)){
const err14 = {instancePath:instancePath+"/@maxConnections",schemaPath:"#/properties/%40maxConnections/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295},message:"must be <= 4294967295"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(data3 < 1 || isNaN(data3)){
const err15 = {instancePath:instancePath+"/@maxConnections",schemaPath:"#/properties/%40maxConnections/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
if(data["@maxHeaderBytes"] !== undefined){
let data4 = data["@maxHeaderBytes"];
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
const err16 = {instancePath:instancePath+"/@maxHeaderBytes",schemaPath:"#/properties/%40maxHeaderBytes/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 > 1048576 || isNaN(data4)){
const err17 = {instancePath:instancePath+"/@maxHeaderBytes",schemaPath:"#/properties/%40maxHeaderBytes/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1048576},message:"must be <= 1048576"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(data4 < 1024 || isNaN(data4)){
const err18 = {instancePath:instancePath+"/@maxHeaderBytes",schemaPath:"#/properties/%40maxHeaderBytes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1024},message:"must be >= 1024"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
}
else {
const err19 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
validate15.errors = vErrors;
return errors === 0;
}

exports.section6 = validate16;
const schema17 = {"$id":"system.webServer/wsmanor","type":"object","properties":{"@allowUnencrypted":{"type":"boolean"},"@maxBatchItems":{"type":"integer","minimum":1,"maximum":4294967295},"<pluginDirectories":{"type":"object","properties":{"[add":{"type":"array","items":{"type":"object","properties":{"@path":{"type":"string","pattern":"[^]"}},"required":["@path"],"additionalProperties":false}},"[remove":{"type":"array","items":{"type":"object","properties":{"@path":{"type":"string","pattern":"[^]"}},"minProperties":1,"additionalProperties":false}},"[clear":{"type":"array","items":{"type":"object","additionalProperties":false}}},"additionalProperties":false},"<fileMappings":{"type":"object","properties":{"[add":{"type":"array","items":{"type":"object","properties":{"@filename":{"type":"string","pattern":"[^]"},"@module":{"type":"string","pattern":"[^]"}},"required":["@filename","@module"],"additionalProperties":false}},"[remove":{"type":"array","items":{"type":"object","properties":{"@filename":{"type":"string","pattern":"[^]"}},"minProperties":1,"additionalProperties":false}},"[clear":{"type":"array","items":{"type":"object","additionalProperties":false}}},"additionalProperties":false},"<plugins":{"type":"object","properties":{"@startTimeout":{"type":"number","minimum":1,"maximum":3600,"granularity":{"from":1,"step":1}},"@shutdownTimeout":{"type":"number","minimum":1,"maximum":3600,"granularity":{"from":1,"step":1}},"@drainTimeout":{"type":"number","minimum":0,"maximum":3600,"granularity":{"from":0,"step":1}}},"additionalProperties":false},"<authorization":{"type":"object","properties":{"@timeout":{"type":"number","minimum":1,"maximum":3600,"granularity":{"from":1,"step":1}}},"additionalProperties":false}},"additionalProperties":false};

function validate16(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="system.webServer/wsmanor" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((((key0 === "@allowUnencrypted") || (key0 === "@maxBatchItems")) || (key0 === "<pluginDirectories")) || (key0 === "<fileMappings")) || (key0 === "<plugins")) || (key0 === "<authorization"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data["@allowUnencrypted"] !== undefined){
if(typeof data["@allowUnencrypted"] !== "boolean"){
const err1 = {instancePath:instancePath+"/@allowUnencrypted",schemaPath:"#/properties/%40allowUnencrypted/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data["@maxBatchItems"] !== undefined){
let data1 = data["@maxBatchItems"];
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
const err2 = {instancePath:instancePath+"/@maxBatchItems",schemaPath:"#/properties/%40maxBatchItems/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 4294967295 || isNaN(data1)){
const err3 = {instancePath:instancePath+"/@maxBatchItems",schemaPath:"#/properties/%40maxBatchItems/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295},message:"must be <= 4294967295"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data1 < 1 || isNaN(data1)){
const err4 = {instancePath:instancePath+"/@maxBatchItems",schemaPath:"#/properties/%40maxBatchItems/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
if(data["<pluginDirectories"] !== undefined){
let data2 = data["<pluginDirectories"];
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
for(const key1 in data2){
if(!(((key1 === "[add") || (key1 === "[remove")) || (key1 === "[clear"))){
const err5 = {instancePath:instancePath+"/<pluginDirectories",schemaPath:"#/properties/%3CpluginDirectories/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data2["[add"] !== undefined){
let data3 = data2["[add"];
if(Array.isArray(data3)){
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(data4["@path"] === undefined){
const err6 = {instancePath:instancePath+"/<pluginDirectories/[add/" + i0,schemaPath:"#/properties/%3CpluginDirectories/properties/%5Badd/items/required",keyword:"required",params:{missingProperty: "@path"},message:"must have required property '"+"@path"+"'"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
for(const key2 in data4){
if(!(key2 === "@path")){
const err7 = {instancePath:instancePath+"/<pluginDirectories/[add/" + i0,schemaPath:"#/properties/%3CpluginDirectories/properties/%5Badd/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data4["@path"] !== undefined){
let data5 = data4["@path"];
if(typeof data5 === "string"){
if(!pattern1.test(data5)){
const err8 = {instancePath:instancePath+"/<pluginDirectories/[add/" + i0+"/@path",schemaPath:"#/properties/%3CpluginDirectories/properties/%5Badd/items/properties/%40path/pattern",keyword:"pattern",params:{pattern: "[^]"},message:"must match pattern \""+"[^]"+"\""};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/<pluginDirectories/[add/" + i0+"/@path",schemaPath:"#/properties/%3CpluginDirectories/properties/%5Badd/items/properties/%40path/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath:instancePath+"/<pluginDirectories/[add/" + i0,schemaPath:"#/properties/%3CpluginDirectories/properties/%5Badd/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
else {
const err11 = {instancePath:instancePath+"/<pluginDirectories/[add",schemaPath:"#/properties/%3CpluginDirectories/properties/%5Badd/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data2["[remove"] !== undefined){
let data6 = data2["[remove"];
if(Array.isArray(data6)){
const len1 = data6.length;
for(let i1=0; i1<len1; i1++){
let data7 = data6[i1];
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
if(Object.keys(data7).length < 1){
const err12 = {instancePath:instancePath+"/<pluginDirectories/[remove/" + i1,schemaPath:"#/properties/%3CpluginDirectories/properties/%5Bremove/items/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
for(const key3 in data7){
if(!(key3 === "@path")){
const err13 = {instancePath:instancePath+"/<pluginDirectories/[remove/" + i1,schemaPath:"#/properties/%3CpluginDirectories/properties/%5Bremove/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data7["@path"] !== undefined){
let data8 = data7["@path"];
if(typeof data8 === "string"){
if(!pattern1.test(data8)){
const err14 = {instancePath:instancePath+"/<pluginDirectories/[remove/" + i1+"/@path",schemaPath:"#/properties/%3CpluginDirectories/properties/%5Bremove/items/properties/%40path/pattern",keyword:"pattern",params:{pattern: "[^]"},message:"must match pattern \""+"[^]"+"\""};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/<pluginDirectories/[remove/" + i1+"/@path",schemaPath:"#/properties/%3CpluginDirectories/properties/%5Bremove/items/properties/%40path/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
else {
const err16 = {instancePath:instancePath+"/<pluginDirectories/[remove/" + i1,schemaPath:"#/properties/%3CpluginDirectories/properties/%5Bremove/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
else {
const err17 = {instancePath:instancePath+"/<pluginDirectories/[remove",schemaPath:"#/properties/%3CpluginDirectories/properties/%5Bremove/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data2["[clear"] !== undefined){
let data9 = data2["[clear"];
if(Array.isArray(data9)){
const len2 = data9.length;
for(let i2=0; i2<len2; i2++){
let data10 = data9[i2];
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
for(const key4 in data10){
const err18 = {instancePath:instancePath+"/<pluginDirectories/[clear/" + i2,schemaPath:"#/properties/%3CpluginDirectories/properties/%5Bclear/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
else {
const err19 = {instancePath:instancePath+"/<pluginDirectories/[clear/" + i2,schemaPath:"#/properties/%3CpluginDirectories/properties/%5Bclear/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
else {
const err20 = {instancePath:instancePath+"/<pluginDirectories/[clear",schemaPath:"#/properties/%3CpluginDirectories/properties/%5Bclear/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
else {
const err21 = {instancePath:instancePath+"/<pluginDirectories",schemaPath:"#/properties/%3CpluginDirectories/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data["<fileMappings"] !== undefined){
let data11 = data["<fileMappings"];
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
for(const key5 in data11){
if(!(((key5 === "[add") || (key5 === "[remove")) || (key5 === "[clear"))){
const err22 = {instancePath:instancePath+"/<fileMappings",schemaPath:"#/properties/%3CfileMappings/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data11["[add"] !== undefined){
let data12 = data11["[add"];
if(Array.isArray(data12)){
const len3 = data12.length;
for(let i3=0; i3<len3; i3++){
let data13 = data12[i3];
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
if(data13["@filename"] === undefined){
const err23 = {instancePath:instancePath+"/<fileMappings/[add/" + i3,schemaPath:"#/properties/%3CfileMappings/properties/%5Badd/items/required",keyword:"required",params:{missingProperty: "@filename"},message:"must have required property '"+"@filename"+"'"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(data13["@module"] === undefined){
const err24 = {instancePath:instancePath+"/<fileMappings/[add/" + i3,schemaPath:"#/properties/%3CfileMappings/properties/%5Badd/items/required",keyword:"required",params:{missingProperty: "@module"},message:"must have required property '"+"@module"+"'"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
for(const key6 in data13){
if(!((key6 === "@filename") || (key6 === "@module"))){
const err25 = {instancePath:instancePath+"/<fileMappings/[add/" + i3,schemaPath:"#/properties/%3CfileMappings/properties/%5Badd/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data13["@filename"] !== undefined){
let data14 = data13["@filename"];
if(typeof data14 === "string"){
if(!pattern1.test(data14)){
const err26 = {instancePath:instancePath+"/<fileMappings/[add/" + i3+"/@filename",schemaPath:"#/properties/%3CfileMappings/properties/%5Badd/items/properties/%40filename/pattern",keyword:"pattern",params:{pattern: "[^]"},message:"must match pattern \""+"[^]"+"\""};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
else {
const err27 = {instancePath:instancePath+"/<fileMappings/[add/" + i3+"/@filename",schemaPath:"#/properties/%3CfileMappings/properties/%5Badd/items/properties/%40filename/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data13["@module"] !== undefined){
let data15 = data13["@module"];
if(typeof data15 === "string"){
if(!pattern1.test(data15)){
const err28 = {instancePath:instancePath+"/<fileMappings/[add/" + i3+"/@module",schemaPath:"#/properties/%3CfileMappings/properties/%5Badd/items/properties/%40module/pattern",keyword:"pattern",params:{pattern: "[^]"},message:"must match pattern \""+"[^]"+"\""};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
else {
const err29 = {instancePath:instancePath+"/<fileMappings/[add/" + i3+"/@module",schemaPath:"#/properties/%3CfileMappings/properties/%5Badd/items/properties/%40module/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
}
else {
const err30 = {instancePath:instancePath+"/<fileMappings/[add/" + i3,schemaPath:"#/properties/%3CfileMappings/properties/%5Badd/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
}
else {
const err31 = {instancePath:instancePath+"/<fileMappings/[add",schemaPath:"#/properties/%3CfileMappings/properties/%5Badd/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data11["[remove"] !== undefined){
let data16 = data11["[remove"];
if(Array.isArray(data16)){
const len4 = data16.length;
for(let i4=0; i4<len4; i4++){
let data17 = data16[i4];
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
if(Object.keys(data17).length < 1){
const err32 = {instancePath:instancePath+"/<fileMappings/[remove/" + i4,schemaPath:"#/properties/%3CfileMappings/properties/%5Bremove/items/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
for(const key7 in data17){
if(!(key7 === "@filename")){
const err33 = {instancePath:instancePath+"/<fileMappings/[remove/" + i4,schemaPath:"#/properties/%3CfileMappings/properties/%5Bremove/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data17["@filename"] !== undefined){
let data18 = data17["@filename"];
if(typeof data18 === "string"){
if(!pattern1.test(data18)){
const err34 = {instancePath:instancePath+"/<fileMappings/[remove/" + i4+"/@filename",schemaPath:"#/properties/%3CfileMappings/properties/%5Bremove/items/properties/%40filename/pattern",keyword:"pattern",params:{pattern: "[^]"},message:"must match pattern \""+"[^]"+"\""};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
else {
const err35 = {instancePath:instancePath+"/<fileMappings/[remove/" + i4+"/@filename",schemaPath:"#/properties/%3CfileMappings/properties/%5Bremove/items/properties/%40filename/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
}
else {
const err36 = {instancePath:instancePath+"/<fileMappings/[remove/" + i4,schemaPath:"#/properties/%3CfileMappings/properties/%5Bremove/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
}
else {
const err37 = {instancePath:instancePath+"/<fileMappings/[remove",schemaPath:"#/properties/%3CfileMappings/properties/%5Bremove/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data11["[clear"] !== undefined){
let data19 = data11["[clear"];
if(Array.isArray(data19)){
const len5 = data19.length;
for(let i5=0; i5<len5; i5++){
let data20 = data19[i5];
if(data20 && typeof data20 == "object" && !Array.isArray(data20)){
for(const key8 in data20){
const err38 = {instancePath:instancePath+"/<fileMappings/[clear/" + i5,schemaPath:"#/properties/%3CfileMappings/properties/%5Bclear/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
else {
const err39 = {instancePath:instancePath+"/<fileMappings/[clear/" + i5,schemaPath:"#/properties/%3CfileMappings/properties/%5Bclear/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
}
else {
const err40 = {instancePath:instancePath+"/<fileMappings/[clear",schemaPath:"#/properties/%3CfileMappings/properties/%5Bclear/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
}
else {
const err41 = {instancePath:instancePath+"/<fileMappings",schemaPath:"#/properties/%3CfileMappings/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
if(data["<plugins"] !== undefined){
let data21 = data["<plugins"];
if(data21 && typeof data21 == "object" && !Array.isArray(data21)){
for(const key9 in data21){
if(!(((key9 === "@startTimeout") || (key9 === "@shutdownTimeout")) || (key9 === "@drainTimeout"))){
const err42 = {instancePath:instancePath+"/<plugins",schemaPath:"#/properties/%3Cplugins/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data21["@startTimeout"] !== undefined){
let data22 = data21["@startTimeout"];
if((typeof data22 == "number") && (isFinite(data22))){
if(data22 > 3600 || isNaN(data22)){
const err43 = {instancePath:instancePath+"/<plugins/@startTimeout",schemaPath:"#/properties/%3Cplugins/properties/%40startTimeout/maximum",keyword:"maximum",params:{comparison: "<=", limit: 3600},message:"must be <= 3600"};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
if(data22 < 1 || isNaN(data22)){
const err44 = {instancePath:instancePath+"/<plugins/@startTimeout",schemaPath:"#/properties/%3Cplugins/properties/%40startTimeout/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
if((data22 - 1) % 1 !== 0 && data22 % 1 !== 0){
const err45 = {instancePath:instancePath+"/<plugins/@startTimeout",schemaPath:"#/properties/%3Cplugins/properties/%40startTimeout/granularity",keyword:"granularity",params:{},message:"must pass \"granularity\" keyword validation"};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
else {
const err46 = {instancePath:instancePath+"/<plugins/@startTimeout",schemaPath:"#/properties/%3Cplugins/properties/%40startTimeout/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data21["@shutdownTimeout"] !== undefined){
let data23 = data21["@shutdownTimeout"];
if((typeof data23 == "number") && (isFinite(data23))){
if(data23 > 3600 || isNaN(data23)){
const err47 = {instancePath:instancePath+"/<plugins/@shutdownTimeout",schemaPath:"#/properties/%3Cplugins/properties/%40shutdownTimeout/maximum",keyword:"maximum",params:{comparison: "<=", limit: 3600},message:"must be <= 3600"};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
if(data23 < 1 || isNaN(data23)){
const err48 = {instancePath:instancePath+"/<plugins/@shutdownTimeout",schemaPath:"#/properties/%3Cplugins/properties/%40shutdownTimeout/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
if((data23 - 1) % 1 !== 0 && data23 % 1 !== 0){
const err49 = {instancePath:instancePath+"/<plugins/@shutdownTimeout",schemaPath:"#/properties/%3Cplugins/properties/%40shutdownTimeout/granularity",keyword:"granularity",params:{},message:"must pass \"granularity\" keyword validation"};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
else {
const err50 = {instancePath:instancePath+"/<plugins/@shutdownTimeout",schemaPath:"#/properties/%3Cplugins/properties/%40shutdownTimeout/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
if(data21["@drainTimeout"] !== undefined){
let data24 = data21["@drainTimeout"];
if((typeof data24 == "number") && (isFinite(data24))){
if(data24 > 3600 || isNaN(data24)){
const err51 = {instancePath:instancePath+"/<plugins/@drainTimeout",schemaPath:"#/properties/%3Cplugins/properties/%40drainTimeout/maximum",keyword:"maximum",params:{comparison: "<=", limit: 3600},message:"must be <= 3600"};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
if(data24 < 0 || isNaN(data24)){
const err52 = {instancePath:instancePath+"/<plugins/@drainTimeout",schemaPath:"#/properties/%3Cplugins/properties/%40drainTimeout/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
if((data24 - 0) % 1 !== 0){
const err53 = {instancePath:instancePath+"/<plugins/@drainTimeout",schemaPath:"#/properties/%3Cplugins/properties/%40drainTimeout/granularity",keyword:"granularity",params:{},message:"must pass \"granularity\" keyword validation"};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
else {
const err54 = {instancePath:instancePath+"/<plugins/@drainTimeout",schemaPath:"#/properties/%3Cplugins/properties/%40drainTimeout/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
}
else {
const err55 = {instancePath:instancePath+"/<plugins",schemaPath:"#/properties/%3Cplugins/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
if(data["<authorization"] !== undefined){
let data25 = data["<authorization"];
if(data25 && typeof data25 == "object" && !Array.isArray(data25)){
for(const key10 in data25){
if(!(key10 === "@timeout")){
const err56 = {instancePath:instancePath+"/<authorization",schemaPath:"#/properties/%3Cauthorization/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
if(data25["@timeout"] !== undefined){
let data26 = data25["@timeout"];
if((typeof data26 == "number") && (isFinite(data26))){
if(data26 > 3600 || isNaN(data26)){
const err57 = {instancePath:instancePath+"/<authorization/@timeout",schemaPath:"#/properties/%3Cauthorization/properties/%40timeout/maximum",keyword:"maximum",params:{comparison: "<=", limit: 3600},message:"must be <= 3600"};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
if(data26 < 1 || isNaN(data26)){
const err58 = {instancePath:instancePath+"/<authorization/@timeout",schemaPath:"#/properties/%3Cauthorization/properties/%40timeout/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
if((data26 - 1) % 1 !== 0 && data26 % 1 !== 0){
const err59 = {instancePath:instancePath+"/<authorization/@timeout",schemaPath:"#/properties/%3Cauthorization/properties/%40timeout/granularity",keyword:"granularity",params:{},message:"must pass \"granularity\" keyword validation"};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
else {
const err60 = {instancePath:instancePath+"/<authorization/@timeout",schemaPath:"#/properties/%3Cauthorization/properties/%40timeout/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
}
else {
const err61 = {instancePath:instancePath+"/<authorization",schemaPath:"#/properties/%3Cauthorization/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
}
else {
const err62 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
validate16.errors = vErrors;
return errors === 0;
}
exports.sections = new Map([
  ["system.applicationHost/sites", { fingerprint: "0fe44676905fc5", validate: exports.section0 }],
  ["system.webServer/handlers", { fingerprint: "030228460af4b8", validate: exports.section1 }],
  ["system.webServer/security/authentication/anonymousAuthentication", { fingerprint: "1cf59d7411d0ed", validate: exports.section2 }],
  ["system.webServer/security/authentication/basicAuthentication", { fingerprint: "0902884385601b", validate: exports.section3 }],
  ["system.webServer/system.management.wsmanagement.config", { fingerprint: "07aa9c863020b5", validate: exports.section4 }],
  ["system.applicationHost/listener", { fingerprint: "0176911d7185c9", validate: exports.section5 }],
  ["system.webServer/wsmanor", { fingerprint: "0cec4f163b6a97", validate: exports.section6 }],
]);
