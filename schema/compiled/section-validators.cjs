// Generated from schema/*.xml by src/configuration/generate-validators.ts (npm run generate). Do not edit; a test compares.
"use strict";
exports.section0 = validate10;
const schema11 = {"$id":"system.applicationHost/sites","type":"object","properties":{"<siteDefaults":{"type":"object","properties":{"@name":{"type":"string","pattern":"^[^/?]+$"},"@id":{"type":"integer","minimum":0,"maximum":4294967295},"@serverAutoStart":{"type":"boolean"},"<bindings":{"type":"object","properties":{"[binding":{"type":"array","items":{"type":"object","properties":{"@protocol":{"type":"string","pattern":"[^]"},"@bindingInformation":{"type":"string","pattern":"[^]"},"@sslFlags":{"type":"integer","minimum":0,"maximum":4294967295}},"required":["@protocol","@bindingInformation"],"additionalProperties":false}},"[clear":{"type":"array","items":{"type":"object","additionalProperties":false}}},"additionalProperties":false},"<limits":{"type":"object","properties":{"@maxBandwidth":{"type":"integer","minimum":0,"maximum":4294967295,"not":{"type":"integer","minimum":0,"maximum":1023}},"@maxConnections":{"type":"integer","minimum":0,"maximum":4294967295},"@connectionTimeout":{"type":"number","minimum":0,"maximum":65535,"granularity":{"from":0,"step":1}},"@maxUrlSegments":{"type":"integer","minimum":0,"maximum":16383}},"additionalProperties":false},"<logFile":{"type":"object","properties":{"@logExtFileFlags":{"type":"array","items":{"enum":["Date","Time","ClientIP","UserName","SiteName","ComputerName","ServerIP","Method","UriStem","UriQuery","HttpStatus","Win32Status","BytesSent","BytesRecv","TimeTaken","ServerPort","UserAgent","Cookie","Referer","ProtocolVersion","Host","HttpSubStatus"]}},"@customLogPluginClsid":{"type":"string"},"@logFormat":{"enum":["IIS","NCSA","W3C","Custom"]},"@logTargetW3C":{"type":"array","items":{"enum":["File","ETW"]}},"@directory":{"type":"string","pattern":"[^]"},"@period":{"enum":["MaxSize","Daily","Weekly","Monthly","Hourly"]},"@truncateSize":{"type":["integer","string"],"if":{"type":"string"},"then":{"bigInteger":{"minimum":"1048576","maximum":"4294967295"}},"else":{"minimum":1048576,"maximum":4294967295}},"@localTimeRollover":{"type":"boolean"},"@enabled":{"type":"boolean"},"@logSiteId":{"type":"boolean"},"@flushByEntryCountW3CLog":{"type":"integer","minimum":0,"maximum":4294967295},"@maxLogLineLength":{"type":"integer","minimum":2,"maximum":65536},"<customFields":{"type":"object","properties":{"@maxCustomFieldLength":{"type":"integer","minimum":2,"maximum":65536},"[add":{"type":"array","items":{"type":"object","properties":{"@logFieldName":{"type":"string","pattern":"[^]"},"@sourceName":{"type":"string","pattern":"[^]"},"@sourceType":{"enum":["RequestHeader","ResponseHeader","ServerVariable"]}},"required":["@logFieldName","@sourceName","@sourceType"],"additionalProperties":false}},"[clear":{"type":"array","items":{"type":"object","additionalProperties":false}}},"additionalProperties":false}},"additionalProperties":false},"<traceFailedRequestsLogging":{"type":"object","properties":{"@enabled":{"type":"boolean"},"@directory":{"type":"string"},"@maxLogFiles":{"type":"integer","minimum":1,"maximum":10000},"@maxLogFileSizeKB":{"type":"integer","minimum":0,"maximum":1048576},"@customActionsEnabled":{"type":"boolean"}},"additionalProperties":false}},"additionalProperties":false},"<applicationDefaults":{"type":"object","properties":{"@path":{"type":"string","pattern":"^/$|^(/(?!\\.{1,2}(/|$))[^/]+)+$"},"@applicationPool":{"type":"string","pattern":"^[^|<>&\"/\\\\\\[\\]+=;:,?*@]+$"},"@enabledProtocols":{"type":"string"},"@serviceAutoStartEnabled":{"type":"boolean"},"@serviceAutoStartProvider":{"type":"string"},"@preloadEnabled":{"type":"boolean"}},"additionalProperties":false},"<virtualDirectoryDefaults":{"type":"object","properties":{"@path":{"type":"string","pattern":"^/$|^(/(?!\\.{1,2}(/|$))[^/]+)+$"},"@physicalPath":{"type":"string"},"@userName":{"type":"string"},"@password":{"type":"string"},"@logonMethod":{"enum":["Interactive","Batch","Network","ClearText"]},"@allowSubDirConfig":{"type":"boolean"}},"additionalProperties":false},"[site":{"type":"array","items":{"type":"object","properties":{"@name":{"type":"string","pattern":"^[^/?]+$"},"@id":{"type":"integer","minimum":0,"maximum":4294967295},"@serverAutoStart":{"type":"boolean"},"<bindings":{"type":"object","properties":{"[binding":{"type":"array","items":{"type":"object","properties":{"@protocol":{"type":"string","pattern":"[^]"},"@bindingInformation":{"type":"string","pattern":"[^]"},"@sslFlags":{"type":"integer","minimum":0,"maximum":4294967295},"@certificateFile":{"type":"string"},"@keyFile":{"type":"string"},"@passphraseFile":{"type":"string"}},"required":["@protocol","@bindingInformation"],"additionalProperties":false}},"[clear":{"type":"array","items":{"type":"object","additionalProperties":false}}},"additionalProperties":false},"<limits":{"type":"object","properties":{"@maxBandwidth":{"type":"integer","minimum":0,"maximum":4294967295,"not":{"type":"integer","minimum":0,"maximum":1023}},"@maxConnections":{"type":"integer","minimum":0,"maximum":4294967295},"@connectionTimeout":{"type":"number","minimum":0,"maximum":65535,"granularity":{"from":0,"step":1}},"@maxUrlSegments":{"type":"integer","minimum":0,"maximum":16383}},"additionalProperties":false},"<logFile":{"type":"object","properties":{"@logExtFileFlags":{"type":"array","items":{"enum":["Date","Time","ClientIP","UserName","SiteName","ComputerName","ServerIP","Method","UriStem","UriQuery","HttpStatus","Win32Status","BytesSent","BytesRecv","TimeTaken","ServerPort","UserAgent","Cookie","Referer","ProtocolVersion","Host","HttpSubStatus"]}},"@customLogPluginClsid":{"type":"string"},"@logFormat":{"enum":["IIS","NCSA","W3C","Custom"]},"@logTargetW3C":{"type":"array","items":{"enum":["File","ETW"]}},"@directory":{"type":"string","pattern":"[^]"},"@period":{"enum":["MaxSize","Daily","Weekly","Monthly","Hourly"]},"@truncateSize":{"type":["integer","string"],"if":{"type":"string"},"then":{"bigInteger":{"minimum":"1048576","maximum":"4294967295"}},"else":{"minimum":1048576,"maximum":4294967295}},"@localTimeRollover":{"type":"boolean"},"@enabled":{"type":"boolean"},"@logSiteId":{"type":"boolean"},"@flushByEntryCountW3CLog":{"type":"integer","minimum":0,"maximum":4294967295},"@maxLogLineLength":{"type":"integer","minimum":2,"maximum":65536},"<customFields":{"type":"object","properties":{"@maxCustomFieldLength":{"type":"integer","minimum":2,"maximum":65536},"[add":{"type":"array","items":{"type":"object","properties":{"@logFieldName":{"type":"string","pattern":"[^]"},"@sourceName":{"type":"string","pattern":"[^]"},"@sourceType":{"enum":["RequestHeader","ResponseHeader","ServerVariable"]}},"required":["@logFieldName","@sourceName","@sourceType"],"additionalProperties":false}},"[clear":{"type":"array","items":{"type":"object","additionalProperties":false}}},"additionalProperties":false}},"additionalProperties":false},"<traceFailedRequestsLogging":{"type":"object","properties":{"@enabled":{"type":"boolean"},"@directory":{"type":"string"},"@maxLogFiles":{"type":"integer","minimum":1,"maximum":10000},"@maxLogFileSizeKB":{"type":"integer","minimum":0,"maximum":1048576},"@customActionsEnabled":{"type":"boolean"}},"additionalProperties":false},"<applicationDefaults":{"type":"object","properties":{"@path":{"type":"string","pattern":"^/$|^(/(?!\\.{1,2}(/|$))[^/]+)+$"},"@applicationPool":{"type":"string","pattern":"^[^|<>&\"/\\\\\\[\\]+=;:,?*@]+$"},"@enabledProtocols":{"type":"string"},"@serviceAutoStartEnabled":{"type":"boolean"},"@serviceAutoStartProvider":{"type":"string"},"@preloadEnabled":{"type":"boolean"}},"additionalProperties":false},"<virtualDirectoryDefaults":{"type":"object","properties":{"@path":{"type":"string","pattern":"^/$|^(/(?!\\.{1,2}(/|$))[^/]+)+$"},"@physicalPath":{"type":"string"},"@userName":{"type":"string"},"@password":{"type":"string"},"@logonMethod":{"enum":["Interactive","Batch","Network","ClearText"]},"@allowSubDirConfig":{"type":"boolean"}},"additionalProperties":false},"[application":{"type":"array","items":{"type":"object","properties":{"@path":{"type":"string","pattern":"^/$|^(/(?!\\.{1,2}(/|$))[^/]+)+$"},"@applicationPool":{"type":"string","pattern":"^[^|<>&\"/\\\\\\[\\]+=;:,?*@]+$"},"@enabledProtocols":{"type":"string"},"@serviceAutoStartEnabled":{"type":"boolean"},"@serviceAutoStartProvider":{"type":"string"},"@preloadEnabled":{"type":"boolean"},"<virtualDirectoryDefaults":{"type":"object","properties":{"@path":{"type":"string","pattern":"^/$|^(/(?!\\.{1,2}(/|$))[^/]+)+$"},"@physicalPath":{"type":"string"},"@userName":{"type":"string"},"@password":{"type":"string"},"@logonMethod":{"enum":["Interactive","Batch","Network","ClearText"]},"@allowSubDirConfig":{"type":"boolean"}},"additionalProperties":false},"[virtualDirectory":{"type":"array","items":{"type":"object","properties":{"@path":{"type":"string","pattern":"^/$|^(/(?!\\.{1,2}(/|$))[^/]+)+$"},"@physicalPath":{"type":"string"},"@userName":{"type":"string"},"@password":{"type":"string"},"@logonMethod":{"enum":["Interactive","Batch","Network","ClearText"]},"@allowSubDirConfig":{"type":"boolean"}},"additionalProperties":false}}},"required":["@path"],"additionalProperties":false}}},"required":["@name","@id"],"additionalProperties":false}}},"additionalProperties":false};
const pattern0 = new RegExp("^[^/?]+$", "u");
const pattern1 = new RegExp("[^]", "u");
const pattern6 = new RegExp("^/$|^(/(?!\\.{1,2}(/|$))[^/]+)+$", "u");
const pattern7 = new RegExp("^[^|<>&\"/\\\\\\[\\]+=;:,?*@]+$", "u");
const func2 = Object.prototype.hasOwnProperty;

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="system.applicationHost/sites" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((key0 === "<siteDefaults") || (key0 === "<applicationDefaults")) || (key0 === "<virtualDirectoryDefaults")) || (key0 === "[site"))){
const err0 = {instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}};
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
if(!(((((((key1 === "@name") || (key1 === "@id")) || (key1 === "@serverAutoStart")) || (key1 === "<bindings")) || (key1 === "<limits")) || (key1 === "<logFile")) || (key1 === "<traceFailedRequestsLogging"))){
const err1 = {instancePath:instancePath+"/<siteDefaults",keyword:"additionalProperties",params:{additionalProperty: key1}};
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
const err2 = {instancePath:instancePath+"/<siteDefaults/@name",keyword:"pattern",params:{pattern: "^[^/?]+$"}};
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
const err3 = {instancePath:instancePath+"/<siteDefaults/@name",keyword:"type",params:{type: "string"}};
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
const err4 = {instancePath:instancePath+"/<siteDefaults/@id",keyword:"type",params:{type: "integer"}};
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
const err5 = {instancePath:instancePath+"/<siteDefaults/@id",keyword:"maximum",params:{comparison: "<=", limit: 4294967295}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data2 < 0 || isNaN(data2)){
const err6 = {instancePath:instancePath+"/<siteDefaults/@id",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
const err7 = {instancePath:instancePath+"/<siteDefaults/@serverAutoStart",keyword:"type",params:{type: "boolean"}};
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
const err8 = {instancePath:instancePath+"/<siteDefaults/<bindings",keyword:"additionalProperties",params:{additionalProperty: key2}};
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
const err9 = {instancePath:instancePath+"/<siteDefaults/<bindings/[binding/" + i0,keyword:"required",params:{missingProperty: "@protocol"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data6["@bindingInformation"] === undefined){
const err10 = {instancePath:instancePath+"/<siteDefaults/<bindings/[binding/" + i0,keyword:"required",params:{missingProperty: "@bindingInformation"}};
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
const err11 = {instancePath:instancePath+"/<siteDefaults/<bindings/[binding/" + i0,keyword:"additionalProperties",params:{additionalProperty: key3}};
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
const err12 = {instancePath:instancePath+"/<siteDefaults/<bindings/[binding/" + i0+"/@protocol",keyword:"pattern",params:{pattern: "[^]"}};
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
const err13 = {instancePath:instancePath+"/<siteDefaults/<bindings/[binding/" + i0+"/@protocol",keyword:"type",params:{type: "string"}};
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
const err14 = {instancePath:instancePath+"/<siteDefaults/<bindings/[binding/" + i0+"/@bindingInformation",keyword:"pattern",params:{pattern: "[^]"}};
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
const err15 = {instancePath:instancePath+"/<siteDefaults/<bindings/[binding/" + i0+"/@bindingInformation",keyword:"type",params:{type: "string"}};
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
const err16 = {instancePath:instancePath+"/<siteDefaults/<bindings/[binding/" + i0+"/@sslFlags",keyword:"type",params:{type: "integer"}};
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
const err17 = {instancePath:instancePath+"/<siteDefaults/<bindings/[binding/" + i0+"/@sslFlags",keyword:"maximum",params:{comparison: "<=", limit: 4294967295}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(data9 < 0 || isNaN(data9)){
const err18 = {instancePath:instancePath+"/<siteDefaults/<bindings/[binding/" + i0+"/@sslFlags",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
const err19 = {instancePath:instancePath+"/<siteDefaults/<bindings/[binding/" + i0,keyword:"type",params:{type: "object"}};
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
const err20 = {instancePath:instancePath+"/<siteDefaults/<bindings/[binding",keyword:"type",params:{type: "array"}};
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
const err21 = {instancePath:instancePath+"/<siteDefaults/<bindings/[clear/" + i1,keyword:"additionalProperties",params:{additionalProperty: key4}};
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
const err22 = {instancePath:instancePath+"/<siteDefaults/<bindings/[clear/" + i1,keyword:"type",params:{type: "object"}};
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
const err23 = {instancePath:instancePath+"/<siteDefaults/<bindings/[clear",keyword:"type",params:{type: "array"}};
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
const err24 = {instancePath:instancePath+"/<siteDefaults/<bindings",keyword:"type",params:{type: "object"}};
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
const err25 = {instancePath:instancePath+"/<siteDefaults/<limits",keyword:"additionalProperties",params:{additionalProperty: key5}};
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
const err26 = {instancePath:instancePath+"/<siteDefaults/<limits/@maxBandwidth",keyword:"type",params:{type: "integer"}};
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
const err30 = {instancePath:instancePath+"/<siteDefaults/<limits/@maxBandwidth",keyword:"not",params:{}};
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
const err31 = {instancePath:instancePath+"/<siteDefaults/<limits/@maxBandwidth",keyword:"maximum",params:{comparison: "<=", limit: 4294967295}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if(data13 < 0 || isNaN(data13)){
const err32 = {instancePath:instancePath+"/<siteDefaults/<limits/@maxBandwidth",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
const err33 = {instancePath:instancePath+"/<siteDefaults/<limits/@maxConnections",keyword:"type",params:{type: "integer"}};
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
const err34 = {instancePath:instancePath+"/<siteDefaults/<limits/@maxConnections",keyword:"maximum",params:{comparison: "<=", limit: 4294967295}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if(data14 < 0 || isNaN(data14)){
const err35 = {instancePath:instancePath+"/<siteDefaults/<limits/@maxConnections",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
const err36 = {instancePath:instancePath+"/<siteDefaults/<limits/@connectionTimeout",keyword:"maximum",params:{comparison: "<=", limit: 65535}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
if(data15 < 0 || isNaN(data15)){
const err37 = {instancePath:instancePath+"/<siteDefaults/<limits/@connectionTimeout",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
if((data15 - 0) % 1 !== 0){
const err38 = {instancePath:instancePath+"/<siteDefaults/<limits/@connectionTimeout",keyword:"granularity",params:{}};
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
const err39 = {instancePath:instancePath+"/<siteDefaults/<limits/@connectionTimeout",keyword:"type",params:{type: "number"}};
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
const err40 = {instancePath:instancePath+"/<siteDefaults/<limits/@maxUrlSegments",keyword:"type",params:{type: "integer"}};
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
const err41 = {instancePath:instancePath+"/<siteDefaults/<limits/@maxUrlSegments",keyword:"maximum",params:{comparison: "<=", limit: 16383}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
if(data16 < 0 || isNaN(data16)){
const err42 = {instancePath:instancePath+"/<siteDefaults/<limits/@maxUrlSegments",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
const err43 = {instancePath:instancePath+"/<siteDefaults/<limits",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data0["<logFile"] !== undefined){
let data17 = data0["<logFile"];
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
for(const key6 in data17){
if(!(func2.call(schema11.properties["<siteDefaults"].properties["<logFile"].properties, key6))){
const err44 = {instancePath:instancePath+"/<siteDefaults/<logFile",keyword:"additionalProperties",params:{additionalProperty: key6}};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data17["@logExtFileFlags"] !== undefined){
let data18 = data17["@logExtFileFlags"];
if(Array.isArray(data18)){
const len2 = data18.length;
for(let i2=0; i2<len2; i2++){
let data19 = data18[i2];
if(!((((((((((((((((((((((data19 === "Date") || (data19 === "Time")) || (data19 === "ClientIP")) || (data19 === "UserName")) || (data19 === "SiteName")) || (data19 === "ComputerName")) || (data19 === "ServerIP")) || (data19 === "Method")) || (data19 === "UriStem")) || (data19 === "UriQuery")) || (data19 === "HttpStatus")) || (data19 === "Win32Status")) || (data19 === "BytesSent")) || (data19 === "BytesRecv")) || (data19 === "TimeTaken")) || (data19 === "ServerPort")) || (data19 === "UserAgent")) || (data19 === "Cookie")) || (data19 === "Referer")) || (data19 === "ProtocolVersion")) || (data19 === "Host")) || (data19 === "HttpSubStatus"))){
const err45 = {instancePath:instancePath+"/<siteDefaults/<logFile/@logExtFileFlags/" + i2,keyword:"enum",params:{allowedValues: schema11.properties["<siteDefaults"].properties["<logFile"].properties["@logExtFileFlags"].items.enum}};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
}
else {
const err46 = {instancePath:instancePath+"/<siteDefaults/<logFile/@logExtFileFlags",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data17["@customLogPluginClsid"] !== undefined){
if(typeof data17["@customLogPluginClsid"] !== "string"){
const err47 = {instancePath:instancePath+"/<siteDefaults/<logFile/@customLogPluginClsid",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
if(data17["@logFormat"] !== undefined){
let data21 = data17["@logFormat"];
if(!((((data21 === "IIS") || (data21 === "NCSA")) || (data21 === "W3C")) || (data21 === "Custom"))){
const err48 = {instancePath:instancePath+"/<siteDefaults/<logFile/@logFormat",keyword:"enum",params:{allowedValues: schema11.properties["<siteDefaults"].properties["<logFile"].properties["@logFormat"].enum}};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(data17["@logTargetW3C"] !== undefined){
let data22 = data17["@logTargetW3C"];
if(Array.isArray(data22)){
const len3 = data22.length;
for(let i3=0; i3<len3; i3++){
let data23 = data22[i3];
if(!((data23 === "File") || (data23 === "ETW"))){
const err49 = {instancePath:instancePath+"/<siteDefaults/<logFile/@logTargetW3C/" + i3,keyword:"enum",params:{allowedValues: schema11.properties["<siteDefaults"].properties["<logFile"].properties["@logTargetW3C"].items.enum}};
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
const err50 = {instancePath:instancePath+"/<siteDefaults/<logFile/@logTargetW3C",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
if(data17["@directory"] !== undefined){
let data24 = data17["@directory"];
if(typeof data24 === "string"){
if(!pattern1.test(data24)){
const err51 = {instancePath:instancePath+"/<siteDefaults/<logFile/@directory",keyword:"pattern",params:{pattern: "[^]"}};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
else {
const err52 = {instancePath:instancePath+"/<siteDefaults/<logFile/@directory",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
if(data17["@period"] !== undefined){
let data25 = data17["@period"];
if(!(((((data25 === "MaxSize") || (data25 === "Daily")) || (data25 === "Weekly")) || (data25 === "Monthly")) || (data25 === "Hourly"))){
const err53 = {instancePath:instancePath+"/<siteDefaults/<logFile/@period",keyword:"enum",params:{allowedValues: schema11.properties["<siteDefaults"].properties["<logFile"].properties["@period"].enum}};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
if(data17["@truncateSize"] !== undefined){
let data26 = data17["@truncateSize"];
if((!(((typeof data26 == "number") && (!(data26 % 1) && !isNaN(data26))) && (isFinite(data26)))) && (typeof data26 !== "string")){
const err54 = {instancePath:instancePath+"/<siteDefaults/<logFile/@truncateSize",keyword:"type",params:{type: schema11.properties["<siteDefaults"].properties["<logFile"].properties["@truncateSize"].type}};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
const _errs61 = errors;
let valid15 = true;
const _errs62 = errors;
if(typeof data26 !== "string"){
const err55 = {};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
var _valid0 = _errs62 === errors;
errors = _errs61;
if(vErrors !== null){
if(_errs61){
vErrors.length = _errs61;
}
else {
vErrors = null;
}
}
let ifClause0;
if(_valid0){
const _errs64 = errors;
if(typeof data26 === "string"){
if(!/^-?[0-9]{16,20}$/.test(data26) || BigInt(data26) < BigInt("1048576") || BigInt(data26) > BigInt("4294967295")){
const err56 = {instancePath:instancePath+"/<siteDefaults/<logFile/@truncateSize",keyword:"bigInteger",params:{}};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
var _valid0 = _errs64 === errors;
valid15 = _valid0;
ifClause0 = "then";
}
else {
const _errs65 = errors;
if((typeof data26 == "number") && (isFinite(data26))){
if(data26 > 4294967295 || isNaN(data26)){
const err57 = {instancePath:instancePath+"/<siteDefaults/<logFile/@truncateSize",keyword:"maximum",params:{comparison: "<=", limit: 4294967295}};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
if(data26 < 1048576 || isNaN(data26)){
const err58 = {instancePath:instancePath+"/<siteDefaults/<logFile/@truncateSize",keyword:"minimum",params:{comparison: ">=", limit: 1048576}};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
var _valid0 = _errs65 === errors;
valid15 = _valid0;
ifClause0 = "else";
}
if(!valid15){
const err59 = {instancePath:instancePath+"/<siteDefaults/<logFile/@truncateSize",keyword:"if",params:{failingKeyword: ifClause0}};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
if(data17["@localTimeRollover"] !== undefined){
if(typeof data17["@localTimeRollover"] !== "boolean"){
const err60 = {instancePath:instancePath+"/<siteDefaults/<logFile/@localTimeRollover",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
if(data17["@enabled"] !== undefined){
if(typeof data17["@enabled"] !== "boolean"){
const err61 = {instancePath:instancePath+"/<siteDefaults/<logFile/@enabled",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
if(data17["@logSiteId"] !== undefined){
if(typeof data17["@logSiteId"] !== "boolean"){
const err62 = {instancePath:instancePath+"/<siteDefaults/<logFile/@logSiteId",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
if(data17["@flushByEntryCountW3CLog"] !== undefined){
let data30 = data17["@flushByEntryCountW3CLog"];
if(!(((typeof data30 == "number") && (!(data30 % 1) && !isNaN(data30))) && (isFinite(data30)))){
const err63 = {instancePath:instancePath+"/<siteDefaults/<logFile/@flushByEntryCountW3CLog",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
if((typeof data30 == "number") && (isFinite(data30))){
if(data30 > 4294967295 || isNaN(data30)){
const err64 = {instancePath:instancePath+"/<siteDefaults/<logFile/@flushByEntryCountW3CLog",keyword:"maximum",params:{comparison: "<=", limit: 4294967295}};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
if(data30 < 0 || isNaN(data30)){
const err65 = {instancePath:instancePath+"/<siteDefaults/<logFile/@flushByEntryCountW3CLog",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
if(data17["@maxLogLineLength"] !== undefined){
let data31 = data17["@maxLogLineLength"];
if(!(((typeof data31 == "number") && (!(data31 % 1) && !isNaN(data31))) && (isFinite(data31)))){
const err66 = {instancePath:instancePath+"/<siteDefaults/<logFile/@maxLogLineLength",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
if((typeof data31 == "number") && (isFinite(data31))){
if(data31 > 65536 || isNaN(data31)){
const err67 = {instancePath:instancePath+"/<siteDefaults/<logFile/@maxLogLineLength",keyword:"maximum",params:{comparison: "<=", limit: 65536}};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
if(data31 < 2 || isNaN(data31)){
const err68 = {instancePath:instancePath+"/<siteDefaults/<logFile/@maxLogLineLength",keyword:"minimum",params:{comparison: ">=", limit: 2}};
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
if(data17["<customFields"] !== undefined){
let data32 = data17["<customFields"];
if(data32 && typeof data32 == "object" && !Array.isArray(data32)){
for(const key7 in data32){
if(!(((key7 === "@maxCustomFieldLength") || (key7 === "[add")) || (key7 === "[clear"))){
const err69 = {instancePath:instancePath+"/<siteDefaults/<logFile/<customFields",keyword:"additionalProperties",params:{additionalProperty: key7}};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
if(data32["@maxCustomFieldLength"] !== undefined){
let data33 = data32["@maxCustomFieldLength"];
if(!(((typeof data33 == "number") && (!(data33 % 1) && !isNaN(data33))) && (isFinite(data33)))){
const err70 = {instancePath:instancePath+"/<siteDefaults/<logFile/<customFields/@maxCustomFieldLength",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
if((typeof data33 == "number") && (isFinite(data33))){
if(data33 > 65536 || isNaN(data33)){
const err71 = {instancePath:instancePath+"/<siteDefaults/<logFile/<customFields/@maxCustomFieldLength",keyword:"maximum",params:{comparison: "<=", limit: 65536}};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
if(data33 < 2 || isNaN(data33)){
const err72 = {instancePath:instancePath+"/<siteDefaults/<logFile/<customFields/@maxCustomFieldLength",keyword:"minimum",params:{comparison: ">=", limit: 2}};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
}
if(data32["[add"] !== undefined){
let data34 = data32["[add"];
if(Array.isArray(data34)){
const len4 = data34.length;
for(let i4=0; i4<len4; i4++){
let data35 = data34[i4];
if(data35 && typeof data35 == "object" && !Array.isArray(data35)){
if(data35["@logFieldName"] === undefined){
const err73 = {instancePath:instancePath+"/<siteDefaults/<logFile/<customFields/[add/" + i4,keyword:"required",params:{missingProperty: "@logFieldName"}};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
if(data35["@sourceName"] === undefined){
const err74 = {instancePath:instancePath+"/<siteDefaults/<logFile/<customFields/[add/" + i4,keyword:"required",params:{missingProperty: "@sourceName"}};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
if(data35["@sourceType"] === undefined){
const err75 = {instancePath:instancePath+"/<siteDefaults/<logFile/<customFields/[add/" + i4,keyword:"required",params:{missingProperty: "@sourceType"}};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
for(const key8 in data35){
if(!(((key8 === "@logFieldName") || (key8 === "@sourceName")) || (key8 === "@sourceType"))){
const err76 = {instancePath:instancePath+"/<siteDefaults/<logFile/<customFields/[add/" + i4,keyword:"additionalProperties",params:{additionalProperty: key8}};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
if(data35["@logFieldName"] !== undefined){
let data36 = data35["@logFieldName"];
if(typeof data36 === "string"){
if(!pattern1.test(data36)){
const err77 = {instancePath:instancePath+"/<siteDefaults/<logFile/<customFields/[add/" + i4+"/@logFieldName",keyword:"pattern",params:{pattern: "[^]"}};
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
const err78 = {instancePath:instancePath+"/<siteDefaults/<logFile/<customFields/[add/" + i4+"/@logFieldName",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
}
if(data35["@sourceName"] !== undefined){
let data37 = data35["@sourceName"];
if(typeof data37 === "string"){
if(!pattern1.test(data37)){
const err79 = {instancePath:instancePath+"/<siteDefaults/<logFile/<customFields/[add/" + i4+"/@sourceName",keyword:"pattern",params:{pattern: "[^]"}};
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
const err80 = {instancePath:instancePath+"/<siteDefaults/<logFile/<customFields/[add/" + i4+"/@sourceName",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
}
if(data35["@sourceType"] !== undefined){
let data38 = data35["@sourceType"];
if(!(((data38 === "RequestHeader") || (data38 === "ResponseHeader")) || (data38 === "ServerVariable"))){
const err81 = {instancePath:instancePath+"/<siteDefaults/<logFile/<customFields/[add/" + i4+"/@sourceType",keyword:"enum",params:{allowedValues: schema11.properties["<siteDefaults"].properties["<logFile"].properties["<customFields"].properties["[add"].items.properties["@sourceType"].enum}};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
}
else {
const err82 = {instancePath:instancePath+"/<siteDefaults/<logFile/<customFields/[add/" + i4,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
}
}
else {
const err83 = {instancePath:instancePath+"/<siteDefaults/<logFile/<customFields/[add",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
}
if(data32["[clear"] !== undefined){
let data39 = data32["[clear"];
if(Array.isArray(data39)){
const len5 = data39.length;
for(let i5=0; i5<len5; i5++){
let data40 = data39[i5];
if(data40 && typeof data40 == "object" && !Array.isArray(data40)){
for(const key9 in data40){
const err84 = {instancePath:instancePath+"/<siteDefaults/<logFile/<customFields/[clear/" + i5,keyword:"additionalProperties",params:{additionalProperty: key9}};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
}
else {
const err85 = {instancePath:instancePath+"/<siteDefaults/<logFile/<customFields/[clear/" + i5,keyword:"type",params:{type: "object"}};
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
const err86 = {instancePath:instancePath+"/<siteDefaults/<logFile/<customFields/[clear",keyword:"type",params:{type: "array"}};
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
const err87 = {instancePath:instancePath+"/<siteDefaults/<logFile/<customFields",keyword:"type",params:{type: "object"}};
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
const err88 = {instancePath:instancePath+"/<siteDefaults/<logFile",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
}
if(data0["<traceFailedRequestsLogging"] !== undefined){
let data41 = data0["<traceFailedRequestsLogging"];
if(data41 && typeof data41 == "object" && !Array.isArray(data41)){
for(const key10 in data41){
if(!(((((key10 === "@enabled") || (key10 === "@directory")) || (key10 === "@maxLogFiles")) || (key10 === "@maxLogFileSizeKB")) || (key10 === "@customActionsEnabled"))){
const err89 = {instancePath:instancePath+"/<siteDefaults/<traceFailedRequestsLogging",keyword:"additionalProperties",params:{additionalProperty: key10}};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
}
if(data41["@enabled"] !== undefined){
if(typeof data41["@enabled"] !== "boolean"){
const err90 = {instancePath:instancePath+"/<siteDefaults/<traceFailedRequestsLogging/@enabled",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
}
if(data41["@directory"] !== undefined){
if(typeof data41["@directory"] !== "string"){
const err91 = {instancePath:instancePath+"/<siteDefaults/<traceFailedRequestsLogging/@directory",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
}
if(data41["@maxLogFiles"] !== undefined){
let data44 = data41["@maxLogFiles"];
if(!(((typeof data44 == "number") && (!(data44 % 1) && !isNaN(data44))) && (isFinite(data44)))){
const err92 = {instancePath:instancePath+"/<siteDefaults/<traceFailedRequestsLogging/@maxLogFiles",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
if((typeof data44 == "number") && (isFinite(data44))){
if(data44 > 10000 || isNaN(data44)){
const err93 = {instancePath:instancePath+"/<siteDefaults/<traceFailedRequestsLogging/@maxLogFiles",keyword:"maximum",params:{comparison: "<=", limit: 10000}};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
if(data44 < 1 || isNaN(data44)){
const err94 = {instancePath:instancePath+"/<siteDefaults/<traceFailedRequestsLogging/@maxLogFiles",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
}
}
if(data41["@maxLogFileSizeKB"] !== undefined){
let data45 = data41["@maxLogFileSizeKB"];
if(!(((typeof data45 == "number") && (!(data45 % 1) && !isNaN(data45))) && (isFinite(data45)))){
const err95 = {instancePath:instancePath+"/<siteDefaults/<traceFailedRequestsLogging/@maxLogFileSizeKB",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
if((typeof data45 == "number") && (isFinite(data45))){
if(data45 > 1048576 || isNaN(data45)){
const err96 = {instancePath:instancePath+"/<siteDefaults/<traceFailedRequestsLogging/@maxLogFileSizeKB",keyword:"maximum",params:{comparison: "<=", limit: 1048576}};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
if(data45 < 0 || isNaN(data45)){
const err97 = {instancePath:instancePath+"/<siteDefaults/<traceFailedRequestsLogging/@maxLogFileSizeKB",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
if(data41["@customActionsEnabled"] !== undefined){
if(typeof data41["@customActionsEnabled"] !== "boolean"){
const err98 = {instancePath:instancePath+"/<siteDefaults/<traceFailedRequestsLogging/@customActionsEnabled",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
}
}
else {
const err99 = {instancePath:instancePath+"/<siteDefaults/<traceFailedRequestsLogging",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
}
}
else {
const err100 = {instancePath:instancePath+"/<siteDefaults",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
}
if(data["<applicationDefaults"] !== undefined){
let data47 = data["<applicationDefaults"];
if(data47 && typeof data47 == "object" && !Array.isArray(data47)){
for(const key11 in data47){
if(!((((((key11 === "@path") || (key11 === "@applicationPool")) || (key11 === "@enabledProtocols")) || (key11 === "@serviceAutoStartEnabled")) || (key11 === "@serviceAutoStartProvider")) || (key11 === "@preloadEnabled"))){
const err101 = {instancePath:instancePath+"/<applicationDefaults",keyword:"additionalProperties",params:{additionalProperty: key11}};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
}
if(data47["@path"] !== undefined){
let data48 = data47["@path"];
if(typeof data48 === "string"){
if(!pattern6.test(data48)){
const err102 = {instancePath:instancePath+"/<applicationDefaults/@path",keyword:"pattern",params:{pattern: "^/$|^(/(?!\\.{1,2}(/|$))[^/]+)+$"}};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
}
else {
const err103 = {instancePath:instancePath+"/<applicationDefaults/@path",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
}
if(data47["@applicationPool"] !== undefined){
let data49 = data47["@applicationPool"];
if(typeof data49 === "string"){
if(!pattern7.test(data49)){
const err104 = {instancePath:instancePath+"/<applicationDefaults/@applicationPool",keyword:"pattern",params:{pattern: "^[^|<>&\"/\\\\\\[\\]+=;:,?*@]+$"}};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
}
else {
const err105 = {instancePath:instancePath+"/<applicationDefaults/@applicationPool",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
}
if(data47["@enabledProtocols"] !== undefined){
if(typeof data47["@enabledProtocols"] !== "string"){
const err106 = {instancePath:instancePath+"/<applicationDefaults/@enabledProtocols",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
}
if(data47["@serviceAutoStartEnabled"] !== undefined){
if(typeof data47["@serviceAutoStartEnabled"] !== "boolean"){
const err107 = {instancePath:instancePath+"/<applicationDefaults/@serviceAutoStartEnabled",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
}
if(data47["@serviceAutoStartProvider"] !== undefined){
if(typeof data47["@serviceAutoStartProvider"] !== "string"){
const err108 = {instancePath:instancePath+"/<applicationDefaults/@serviceAutoStartProvider",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
}
if(data47["@preloadEnabled"] !== undefined){
if(typeof data47["@preloadEnabled"] !== "boolean"){
const err109 = {instancePath:instancePath+"/<applicationDefaults/@preloadEnabled",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
}
}
else {
const err110 = {instancePath:instancePath+"/<applicationDefaults",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
}
if(data["<virtualDirectoryDefaults"] !== undefined){
let data54 = data["<virtualDirectoryDefaults"];
if(data54 && typeof data54 == "object" && !Array.isArray(data54)){
for(const key12 in data54){
if(!((((((key12 === "@path") || (key12 === "@physicalPath")) || (key12 === "@userName")) || (key12 === "@password")) || (key12 === "@logonMethod")) || (key12 === "@allowSubDirConfig"))){
const err111 = {instancePath:instancePath+"/<virtualDirectoryDefaults",keyword:"additionalProperties",params:{additionalProperty: key12}};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
}
if(data54["@path"] !== undefined){
let data55 = data54["@path"];
if(typeof data55 === "string"){
if(!pattern6.test(data55)){
const err112 = {instancePath:instancePath+"/<virtualDirectoryDefaults/@path",keyword:"pattern",params:{pattern: "^/$|^(/(?!\\.{1,2}(/|$))[^/]+)+$"}};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
}
else {
const err113 = {instancePath:instancePath+"/<virtualDirectoryDefaults/@path",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
}
if(data54["@physicalPath"] !== undefined){
if(typeof data54["@physicalPath"] !== "string"){
const err114 = {instancePath:instancePath+"/<virtualDirectoryDefaults/@physicalPath",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
}
if(data54["@userName"] !== undefined){
if(typeof data54["@userName"] !== "string"){
const err115 = {instancePath:instancePath+"/<virtualDirectoryDefaults/@userName",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
}
if(data54["@password"] !== undefined){
if(typeof data54["@password"] !== "string"){
const err116 = {instancePath:instancePath+"/<virtualDirectoryDefaults/@password",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
}
if(data54["@logonMethod"] !== undefined){
let data59 = data54["@logonMethod"];
if(!((((data59 === "Interactive") || (data59 === "Batch")) || (data59 === "Network")) || (data59 === "ClearText"))){
const err117 = {instancePath:instancePath+"/<virtualDirectoryDefaults/@logonMethod",keyword:"enum",params:{allowedValues: schema11.properties["<virtualDirectoryDefaults"].properties["@logonMethod"].enum}};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
}
if(data54["@allowSubDirConfig"] !== undefined){
if(typeof data54["@allowSubDirConfig"] !== "boolean"){
const err118 = {instancePath:instancePath+"/<virtualDirectoryDefaults/@allowSubDirConfig",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
}
}
else {
const err119 = {instancePath:instancePath+"/<virtualDirectoryDefaults",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
}
if(data["[site"] !== undefined){
let data61 = data["[site"];
if(Array.isArray(data61)){
const len6 = data61.length;
for(let i6=0; i6<len6; i6++){
let data62 = data61[i6];
if(data62 && typeof data62 == "object" && !Array.isArray(data62)){
if(data62["@name"] === undefined){
const err120 = {instancePath:instancePath+"/[site/" + i6,keyword:"required",params:{missingProperty: "@name"}};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
if(data62["@id"] === undefined){
const err121 = {instancePath:instancePath+"/[site/" + i6,keyword:"required",params:{missingProperty: "@id"}};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
for(const key13 in data62){
if(!(func2.call(schema11.properties["[site"].items.properties, key13))){
const err122 = {instancePath:instancePath+"/[site/" + i6,keyword:"additionalProperties",params:{additionalProperty: key13}};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
}
if(data62["@name"] !== undefined){
let data63 = data62["@name"];
if(typeof data63 === "string"){
if(!pattern0.test(data63)){
const err123 = {instancePath:instancePath+"/[site/" + i6+"/@name",keyword:"pattern",params:{pattern: "^[^/?]+$"}};
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
const err124 = {instancePath:instancePath+"/[site/" + i6+"/@name",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
}
if(data62["@id"] !== undefined){
let data64 = data62["@id"];
if(!(((typeof data64 == "number") && (!(data64 % 1) && !isNaN(data64))) && (isFinite(data64)))){
const err125 = {instancePath:instancePath+"/[site/" + i6+"/@id",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
if((typeof data64 == "number") && (isFinite(data64))){
if(data64 > 4294967295 || isNaN(data64)){
const err126 = {instancePath:instancePath+"/[site/" + i6+"/@id",keyword:"maximum",params:{comparison: "<=", limit: 4294967295}};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
if(data64 < 0 || isNaN(data64)){
const err127 = {instancePath:instancePath+"/[site/" + i6+"/@id",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
}
}
if(data62["@serverAutoStart"] !== undefined){
if(typeof data62["@serverAutoStart"] !== "boolean"){
const err128 = {instancePath:instancePath+"/[site/" + i6+"/@serverAutoStart",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
}
if(data62["<bindings"] !== undefined){
let data66 = data62["<bindings"];
if(data66 && typeof data66 == "object" && !Array.isArray(data66)){
for(const key14 in data66){
if(!((key14 === "[binding") || (key14 === "[clear"))){
const err129 = {instancePath:instancePath+"/[site/" + i6+"/<bindings",keyword:"additionalProperties",params:{additionalProperty: key14}};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
}
if(data66["[binding"] !== undefined){
let data67 = data66["[binding"];
if(Array.isArray(data67)){
const len7 = data67.length;
for(let i7=0; i7<len7; i7++){
let data68 = data67[i7];
if(data68 && typeof data68 == "object" && !Array.isArray(data68)){
if(data68["@protocol"] === undefined){
const err130 = {instancePath:instancePath+"/[site/" + i6+"/<bindings/[binding/" + i7,keyword:"required",params:{missingProperty: "@protocol"}};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
if(data68["@bindingInformation"] === undefined){
const err131 = {instancePath:instancePath+"/[site/" + i6+"/<bindings/[binding/" + i7,keyword:"required",params:{missingProperty: "@bindingInformation"}};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
for(const key15 in data68){
if(!((((((key15 === "@protocol") || (key15 === "@bindingInformation")) || (key15 === "@sslFlags")) || (key15 === "@certificateFile")) || (key15 === "@keyFile")) || (key15 === "@passphraseFile"))){
const err132 = {instancePath:instancePath+"/[site/" + i6+"/<bindings/[binding/" + i7,keyword:"additionalProperties",params:{additionalProperty: key15}};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
}
if(data68["@protocol"] !== undefined){
let data69 = data68["@protocol"];
if(typeof data69 === "string"){
if(!pattern1.test(data69)){
const err133 = {instancePath:instancePath+"/[site/" + i6+"/<bindings/[binding/" + i7+"/@protocol",keyword:"pattern",params:{pattern: "[^]"}};
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
const err134 = {instancePath:instancePath+"/[site/" + i6+"/<bindings/[binding/" + i7+"/@protocol",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err134];
}
else {
vErrors.push(err134);
}
errors++;
}
}
if(data68["@bindingInformation"] !== undefined){
let data70 = data68["@bindingInformation"];
if(typeof data70 === "string"){
if(!pattern1.test(data70)){
const err135 = {instancePath:instancePath+"/[site/" + i6+"/<bindings/[binding/" + i7+"/@bindingInformation",keyword:"pattern",params:{pattern: "[^]"}};
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
const err136 = {instancePath:instancePath+"/[site/" + i6+"/<bindings/[binding/" + i7+"/@bindingInformation",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
}
}
if(data68["@sslFlags"] !== undefined){
let data71 = data68["@sslFlags"];
if(!(((typeof data71 == "number") && (!(data71 % 1) && !isNaN(data71))) && (isFinite(data71)))){
const err137 = {instancePath:instancePath+"/[site/" + i6+"/<bindings/[binding/" + i7+"/@sslFlags",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
}
if((typeof data71 == "number") && (isFinite(data71))){
if(data71 > 4294967295 || isNaN(data71)){
const err138 = {instancePath:instancePath+"/[site/" + i6+"/<bindings/[binding/" + i7+"/@sslFlags",keyword:"maximum",params:{comparison: "<=", limit: 4294967295}};
if(vErrors === null){
vErrors = [err138];
}
else {
vErrors.push(err138);
}
errors++;
}
if(data71 < 0 || isNaN(data71)){
const err139 = {instancePath:instancePath+"/[site/" + i6+"/<bindings/[binding/" + i7+"/@sslFlags",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err139];
}
else {
vErrors.push(err139);
}
errors++;
}
}
}
if(data68["@certificateFile"] !== undefined){
if(typeof data68["@certificateFile"] !== "string"){
const err140 = {instancePath:instancePath+"/[site/" + i6+"/<bindings/[binding/" + i7+"/@certificateFile",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err140];
}
else {
vErrors.push(err140);
}
errors++;
}
}
if(data68["@keyFile"] !== undefined){
if(typeof data68["@keyFile"] !== "string"){
const err141 = {instancePath:instancePath+"/[site/" + i6+"/<bindings/[binding/" + i7+"/@keyFile",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err141];
}
else {
vErrors.push(err141);
}
errors++;
}
}
if(data68["@passphraseFile"] !== undefined){
if(typeof data68["@passphraseFile"] !== "string"){
const err142 = {instancePath:instancePath+"/[site/" + i6+"/<bindings/[binding/" + i7+"/@passphraseFile",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err142];
}
else {
vErrors.push(err142);
}
errors++;
}
}
}
else {
const err143 = {instancePath:instancePath+"/[site/" + i6+"/<bindings/[binding/" + i7,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err143];
}
else {
vErrors.push(err143);
}
errors++;
}
}
}
else {
const err144 = {instancePath:instancePath+"/[site/" + i6+"/<bindings/[binding",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err144];
}
else {
vErrors.push(err144);
}
errors++;
}
}
if(data66["[clear"] !== undefined){
let data75 = data66["[clear"];
if(Array.isArray(data75)){
const len8 = data75.length;
for(let i8=0; i8<len8; i8++){
let data76 = data75[i8];
if(data76 && typeof data76 == "object" && !Array.isArray(data76)){
for(const key16 in data76){
const err145 = {instancePath:instancePath+"/[site/" + i6+"/<bindings/[clear/" + i8,keyword:"additionalProperties",params:{additionalProperty: key16}};
if(vErrors === null){
vErrors = [err145];
}
else {
vErrors.push(err145);
}
errors++;
}
}
else {
const err146 = {instancePath:instancePath+"/[site/" + i6+"/<bindings/[clear/" + i8,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err146];
}
else {
vErrors.push(err146);
}
errors++;
}
}
}
else {
const err147 = {instancePath:instancePath+"/[site/" + i6+"/<bindings/[clear",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err147];
}
else {
vErrors.push(err147);
}
errors++;
}
}
}
else {
const err148 = {instancePath:instancePath+"/[site/" + i6+"/<bindings",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err148];
}
else {
vErrors.push(err148);
}
errors++;
}
}
if(data62["<limits"] !== undefined){
let data77 = data62["<limits"];
if(data77 && typeof data77 == "object" && !Array.isArray(data77)){
for(const key17 in data77){
if(!((((key17 === "@maxBandwidth") || (key17 === "@maxConnections")) || (key17 === "@connectionTimeout")) || (key17 === "@maxUrlSegments"))){
const err149 = {instancePath:instancePath+"/[site/" + i6+"/<limits",keyword:"additionalProperties",params:{additionalProperty: key17}};
if(vErrors === null){
vErrors = [err149];
}
else {
vErrors.push(err149);
}
errors++;
}
}
if(data77["@maxBandwidth"] !== undefined){
let data78 = data77["@maxBandwidth"];
if(!(((typeof data78 == "number") && (!(data78 % 1) && !isNaN(data78))) && (isFinite(data78)))){
const err150 = {instancePath:instancePath+"/[site/" + i6+"/<limits/@maxBandwidth",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err150];
}
else {
vErrors.push(err150);
}
errors++;
}
const _errs179 = errors;
const _errs180 = errors;
if(!(((typeof data78 == "number") && (!(data78 % 1) && !isNaN(data78))) && (isFinite(data78)))){
const err151 = {};
if(vErrors === null){
vErrors = [err151];
}
else {
vErrors.push(err151);
}
errors++;
}
if(errors === _errs180){
if((typeof data78 == "number") && (isFinite(data78))){
if(data78 > 1023 || isNaN(data78)){
const err152 = {};
if(vErrors === null){
vErrors = [err152];
}
else {
vErrors.push(err152);
}
errors++;
}
else {
if(data78 < 0 || isNaN(data78)){
const err153 = {};
if(vErrors === null){
vErrors = [err153];
}
else {
vErrors.push(err153);
}
errors++;
}
}
}
}
var valid35 = _errs180 === errors;
if(valid35){
const err154 = {instancePath:instancePath+"/[site/" + i6+"/<limits/@maxBandwidth",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err154];
}
else {
vErrors.push(err154);
}
errors++;
}
else {
errors = _errs179;
if(vErrors !== null){
if(_errs179){
vErrors.length = _errs179;
}
else {
vErrors = null;
}
}
}
if((typeof data78 == "number") && (isFinite(data78))){
if(data78 > 4294967295 || isNaN(data78)){
const err155 = {instancePath:instancePath+"/[site/" + i6+"/<limits/@maxBandwidth",keyword:"maximum",params:{comparison: "<=", limit: 4294967295}};
if(vErrors === null){
vErrors = [err155];
}
else {
vErrors.push(err155);
}
errors++;
}
if(data78 < 0 || isNaN(data78)){
const err156 = {instancePath:instancePath+"/[site/" + i6+"/<limits/@maxBandwidth",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err156];
}
else {
vErrors.push(err156);
}
errors++;
}
}
}
if(data77["@maxConnections"] !== undefined){
let data79 = data77["@maxConnections"];
if(!(((typeof data79 == "number") && (!(data79 % 1) && !isNaN(data79))) && (isFinite(data79)))){
const err157 = {instancePath:instancePath+"/[site/" + i6+"/<limits/@maxConnections",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err157];
}
else {
vErrors.push(err157);
}
errors++;
}
if((typeof data79 == "number") && (isFinite(data79))){
if(data79 > 4294967295 || isNaN(data79)){
const err158 = {instancePath:instancePath+"/[site/" + i6+"/<limits/@maxConnections",keyword:"maximum",params:{comparison: "<=", limit: 4294967295}};
if(vErrors === null){
vErrors = [err158];
}
else {
vErrors.push(err158);
}
errors++;
}
if(data79 < 0 || isNaN(data79)){
const err159 = {instancePath:instancePath+"/[site/" + i6+"/<limits/@maxConnections",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
if(data77["@connectionTimeout"] !== undefined){
let data80 = data77["@connectionTimeout"];
if((typeof data80 == "number") && (isFinite(data80))){
if(data80 > 65535 || isNaN(data80)){
const err160 = {instancePath:instancePath+"/[site/" + i6+"/<limits/@connectionTimeout",keyword:"maximum",params:{comparison: "<=", limit: 65535}};
if(vErrors === null){
vErrors = [err160];
}
else {
vErrors.push(err160);
}
errors++;
}
if(data80 < 0 || isNaN(data80)){
const err161 = {instancePath:instancePath+"/[site/" + i6+"/<limits/@connectionTimeout",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err161];
}
else {
vErrors.push(err161);
}
errors++;
}
if((data80 - 0) % 1 !== 0){
const err162 = {instancePath:instancePath+"/[site/" + i6+"/<limits/@connectionTimeout",keyword:"granularity",params:{}};
if(vErrors === null){
vErrors = [err162];
}
else {
vErrors.push(err162);
}
errors++;
}
}
else {
const err163 = {instancePath:instancePath+"/[site/" + i6+"/<limits/@connectionTimeout",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err163];
}
else {
vErrors.push(err163);
}
errors++;
}
}
if(data77["@maxUrlSegments"] !== undefined){
let data81 = data77["@maxUrlSegments"];
if(!(((typeof data81 == "number") && (!(data81 % 1) && !isNaN(data81))) && (isFinite(data81)))){
const err164 = {instancePath:instancePath+"/[site/" + i6+"/<limits/@maxUrlSegments",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err164];
}
else {
vErrors.push(err164);
}
errors++;
}
if((typeof data81 == "number") && (isFinite(data81))){
if(data81 > 16383 || isNaN(data81)){
const err165 = {instancePath:instancePath+"/[site/" + i6+"/<limits/@maxUrlSegments",keyword:"maximum",params:{comparison: "<=", limit: 16383}};
if(vErrors === null){
vErrors = [err165];
}
else {
vErrors.push(err165);
}
errors++;
}
if(data81 < 0 || isNaN(data81)){
const err166 = {instancePath:instancePath+"/[site/" + i6+"/<limits/@maxUrlSegments",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err166];
}
else {
vErrors.push(err166);
}
errors++;
}
}
}
}
else {
const err167 = {instancePath:instancePath+"/[site/" + i6+"/<limits",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err167];
}
else {
vErrors.push(err167);
}
errors++;
}
}
if(data62["<logFile"] !== undefined){
let data82 = data62["<logFile"];
if(data82 && typeof data82 == "object" && !Array.isArray(data82)){
for(const key18 in data82){
if(!(func2.call(schema11.properties["[site"].items.properties["<logFile"].properties, key18))){
const err168 = {instancePath:instancePath+"/[site/" + i6+"/<logFile",keyword:"additionalProperties",params:{additionalProperty: key18}};
if(vErrors === null){
vErrors = [err168];
}
else {
vErrors.push(err168);
}
errors++;
}
}
if(data82["@logExtFileFlags"] !== undefined){
let data83 = data82["@logExtFileFlags"];
if(Array.isArray(data83)){
const len9 = data83.length;
for(let i9=0; i9<len9; i9++){
let data84 = data83[i9];
if(!((((((((((((((((((((((data84 === "Date") || (data84 === "Time")) || (data84 === "ClientIP")) || (data84 === "UserName")) || (data84 === "SiteName")) || (data84 === "ComputerName")) || (data84 === "ServerIP")) || (data84 === "Method")) || (data84 === "UriStem")) || (data84 === "UriQuery")) || (data84 === "HttpStatus")) || (data84 === "Win32Status")) || (data84 === "BytesSent")) || (data84 === "BytesRecv")) || (data84 === "TimeTaken")) || (data84 === "ServerPort")) || (data84 === "UserAgent")) || (data84 === "Cookie")) || (data84 === "Referer")) || (data84 === "ProtocolVersion")) || (data84 === "Host")) || (data84 === "HttpSubStatus"))){
const err169 = {instancePath:instancePath+"/[site/" + i6+"/<logFile/@logExtFileFlags/" + i9,keyword:"enum",params:{allowedValues: schema11.properties["[site"].items.properties["<logFile"].properties["@logExtFileFlags"].items.enum}};
if(vErrors === null){
vErrors = [err169];
}
else {
vErrors.push(err169);
}
errors++;
}
}
}
else {
const err170 = {instancePath:instancePath+"/[site/" + i6+"/<logFile/@logExtFileFlags",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err170];
}
else {
vErrors.push(err170);
}
errors++;
}
}
if(data82["@customLogPluginClsid"] !== undefined){
if(typeof data82["@customLogPluginClsid"] !== "string"){
const err171 = {instancePath:instancePath+"/[site/" + i6+"/<logFile/@customLogPluginClsid",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err171];
}
else {
vErrors.push(err171);
}
errors++;
}
}
if(data82["@logFormat"] !== undefined){
let data86 = data82["@logFormat"];
if(!((((data86 === "IIS") || (data86 === "NCSA")) || (data86 === "W3C")) || (data86 === "Custom"))){
const err172 = {instancePath:instancePath+"/[site/" + i6+"/<logFile/@logFormat",keyword:"enum",params:{allowedValues: schema11.properties["[site"].items.properties["<logFile"].properties["@logFormat"].enum}};
if(vErrors === null){
vErrors = [err172];
}
else {
vErrors.push(err172);
}
errors++;
}
}
if(data82["@logTargetW3C"] !== undefined){
let data87 = data82["@logTargetW3C"];
if(Array.isArray(data87)){
const len10 = data87.length;
for(let i10=0; i10<len10; i10++){
let data88 = data87[i10];
if(!((data88 === "File") || (data88 === "ETW"))){
const err173 = {instancePath:instancePath+"/[site/" + i6+"/<logFile/@logTargetW3C/" + i10,keyword:"enum",params:{allowedValues: schema11.properties["[site"].items.properties["<logFile"].properties["@logTargetW3C"].items.enum}};
if(vErrors === null){
vErrors = [err173];
}
else {
vErrors.push(err173);
}
errors++;
}
}
}
else {
const err174 = {instancePath:instancePath+"/[site/" + i6+"/<logFile/@logTargetW3C",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err174];
}
else {
vErrors.push(err174);
}
errors++;
}
}
if(data82["@directory"] !== undefined){
let data89 = data82["@directory"];
if(typeof data89 === "string"){
if(!pattern1.test(data89)){
const err175 = {instancePath:instancePath+"/[site/" + i6+"/<logFile/@directory",keyword:"pattern",params:{pattern: "[^]"}};
if(vErrors === null){
vErrors = [err175];
}
else {
vErrors.push(err175);
}
errors++;
}
}
else {
const err176 = {instancePath:instancePath+"/[site/" + i6+"/<logFile/@directory",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err176];
}
else {
vErrors.push(err176);
}
errors++;
}
}
if(data82["@period"] !== undefined){
let data90 = data82["@period"];
if(!(((((data90 === "MaxSize") || (data90 === "Daily")) || (data90 === "Weekly")) || (data90 === "Monthly")) || (data90 === "Hourly"))){
const err177 = {instancePath:instancePath+"/[site/" + i6+"/<logFile/@period",keyword:"enum",params:{allowedValues: schema11.properties["[site"].items.properties["<logFile"].properties["@period"].enum}};
if(vErrors === null){
vErrors = [err177];
}
else {
vErrors.push(err177);
}
errors++;
}
}
if(data82["@truncateSize"] !== undefined){
let data91 = data82["@truncateSize"];
if((!(((typeof data91 == "number") && (!(data91 % 1) && !isNaN(data91))) && (isFinite(data91)))) && (typeof data91 !== "string")){
const err178 = {instancePath:instancePath+"/[site/" + i6+"/<logFile/@truncateSize",keyword:"type",params:{type: schema11.properties["[site"].items.properties["<logFile"].properties["@truncateSize"].type}};
if(vErrors === null){
vErrors = [err178];
}
else {
vErrors.push(err178);
}
errors++;
}
const _errs205 = errors;
let valid41 = true;
const _errs206 = errors;
if(typeof data91 !== "string"){
const err179 = {};
if(vErrors === null){
vErrors = [err179];
}
else {
vErrors.push(err179);
}
errors++;
}
var _valid1 = _errs206 === errors;
errors = _errs205;
if(vErrors !== null){
if(_errs205){
vErrors.length = _errs205;
}
else {
vErrors = null;
}
}
let ifClause1;
if(_valid1){
const _errs208 = errors;
if(typeof data91 === "string"){
if(!/^-?[0-9]{16,20}$/.test(data91) || BigInt(data91) < BigInt("1048576") || BigInt(data91) > BigInt("4294967295")){
const err180 = {instancePath:instancePath+"/[site/" + i6+"/<logFile/@truncateSize",keyword:"bigInteger",params:{}};
if(vErrors === null){
vErrors = [err180];
}
else {
vErrors.push(err180);
}
errors++;
}
}
var _valid1 = _errs208 === errors;
valid41 = _valid1;
ifClause1 = "then";
}
else {
const _errs209 = errors;
if((typeof data91 == "number") && (isFinite(data91))){
if(data91 > 4294967295 || isNaN(data91)){
const err181 = {instancePath:instancePath+"/[site/" + i6+"/<logFile/@truncateSize",keyword:"maximum",params:{comparison: "<=", limit: 4294967295}};
if(vErrors === null){
vErrors = [err181];
}
else {
vErrors.push(err181);
}
errors++;
}
if(data91 < 1048576 || isNaN(data91)){
const err182 = {instancePath:instancePath+"/[site/" + i6+"/<logFile/@truncateSize",keyword:"minimum",params:{comparison: ">=", limit: 1048576}};
if(vErrors === null){
vErrors = [err182];
}
else {
vErrors.push(err182);
}
errors++;
}
}
var _valid1 = _errs209 === errors;
valid41 = _valid1;
ifClause1 = "else";
}
if(!valid41){
const err183 = {instancePath:instancePath+"/[site/" + i6+"/<logFile/@truncateSize",keyword:"if",params:{failingKeyword: ifClause1}};
if(vErrors === null){
vErrors = [err183];
}
else {
vErrors.push(err183);
}
errors++;
}
}
if(data82["@localTimeRollover"] !== undefined){
if(typeof data82["@localTimeRollover"] !== "boolean"){
const err184 = {instancePath:instancePath+"/[site/" + i6+"/<logFile/@localTimeRollover",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err184];
}
else {
vErrors.push(err184);
}
errors++;
}
}
if(data82["@enabled"] !== undefined){
if(typeof data82["@enabled"] !== "boolean"){
const err185 = {instancePath:instancePath+"/[site/" + i6+"/<logFile/@enabled",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err185];
}
else {
vErrors.push(err185);
}
errors++;
}
}
if(data82["@logSiteId"] !== undefined){
if(typeof data82["@logSiteId"] !== "boolean"){
const err186 = {instancePath:instancePath+"/[site/" + i6+"/<logFile/@logSiteId",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err186];
}
else {
vErrors.push(err186);
}
errors++;
}
}
if(data82["@flushByEntryCountW3CLog"] !== undefined){
let data95 = data82["@flushByEntryCountW3CLog"];
if(!(((typeof data95 == "number") && (!(data95 % 1) && !isNaN(data95))) && (isFinite(data95)))){
const err187 = {instancePath:instancePath+"/[site/" + i6+"/<logFile/@flushByEntryCountW3CLog",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err187];
}
else {
vErrors.push(err187);
}
errors++;
}
if((typeof data95 == "number") && (isFinite(data95))){
if(data95 > 4294967295 || isNaN(data95)){
const err188 = {instancePath:instancePath+"/[site/" + i6+"/<logFile/@flushByEntryCountW3CLog",keyword:"maximum",params:{comparison: "<=", limit: 4294967295}};
if(vErrors === null){
vErrors = [err188];
}
else {
vErrors.push(err188);
}
errors++;
}
if(data95 < 0 || isNaN(data95)){
const err189 = {instancePath:instancePath+"/[site/" + i6+"/<logFile/@flushByEntryCountW3CLog",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err189];
}
else {
vErrors.push(err189);
}
errors++;
}
}
}
if(data82["@maxLogLineLength"] !== undefined){
let data96 = data82["@maxLogLineLength"];
if(!(((typeof data96 == "number") && (!(data96 % 1) && !isNaN(data96))) && (isFinite(data96)))){
const err190 = {instancePath:instancePath+"/[site/" + i6+"/<logFile/@maxLogLineLength",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err190];
}
else {
vErrors.push(err190);
}
errors++;
}
if((typeof data96 == "number") && (isFinite(data96))){
if(data96 > 65536 || isNaN(data96)){
const err191 = {instancePath:instancePath+"/[site/" + i6+"/<logFile/@maxLogLineLength",keyword:"maximum",params:{comparison: "<=", limit: 65536}};
if(vErrors === null){
vErrors = [err191];
}
else {
vErrors.push(err191);
}
errors++;
}
if(data96 < 2 || isNaN(data96)){
const err192 = {instancePath:instancePath+"/[site/" + i6+"/<logFile/@maxLogLineLength",keyword:"minimum",params:{comparison: ">=", limit: 2}};
if(vErrors === null){
vErrors = [err192];
}
else {
vErrors.push(err192);
}
errors++;
}
}
}
if(data82["<customFields"] !== undefined){
let data97 = data82["<customFields"];
if(data97 && typeof data97 == "object" && !Array.isArray(data97)){
for(const key19 in data97){
if(!(((key19 === "@maxCustomFieldLength") || (key19 === "[add")) || (key19 === "[clear"))){
const err193 = {instancePath:instancePath+"/[site/" + i6+"/<logFile/<customFields",keyword:"additionalProperties",params:{additionalProperty: key19}};
if(vErrors === null){
vErrors = [err193];
}
else {
vErrors.push(err193);
}
errors++;
}
}
if(data97["@maxCustomFieldLength"] !== undefined){
let data98 = data97["@maxCustomFieldLength"];
if(!(((typeof data98 == "number") && (!(data98 % 1) && !isNaN(data98))) && (isFinite(data98)))){
const err194 = {instancePath:instancePath+"/[site/" + i6+"/<logFile/<customFields/@maxCustomFieldLength",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err194];
}
else {
vErrors.push(err194);
}
errors++;
}
if((typeof data98 == "number") && (isFinite(data98))){
if(data98 > 65536 || isNaN(data98)){
const err195 = {instancePath:instancePath+"/[site/" + i6+"/<logFile/<customFields/@maxCustomFieldLength",keyword:"maximum",params:{comparison: "<=", limit: 65536}};
if(vErrors === null){
vErrors = [err195];
}
else {
vErrors.push(err195);
}
errors++;
}
if(data98 < 2 || isNaN(data98)){
const err196 = {instancePath:instancePath+"/[site/" + i6+"/<logFile/<customFields/@maxCustomFieldLength",keyword:"minimum",params:{comparison: ">=", limit: 2}};
if(vErrors === null){
vErrors = [err196];
}
else {
vErrors.push(err196);
}
errors++;
}
}
}
if(data97["[add"] !== undefined){
let data99 = data97["[add"];
if(Array.isArray(data99)){
const len11 = data99.length;
for(let i11=0; i11<len11; i11++){
let data100 = data99[i11];
if(data100 && typeof data100 == "object" && !Array.isArray(data100)){
if(data100["@logFieldName"] === undefined){
const err197 = {instancePath:instancePath+"/[site/" + i6+"/<logFile/<customFields/[add/" + i11,keyword:"required",params:{missingProperty: "@logFieldName"}};
if(vErrors === null){
vErrors = [err197];
}
else {
vErrors.push(err197);
}
errors++;
}
if(data100["@sourceName"] === undefined){
const err198 = {instancePath:instancePath+"/[site/" + i6+"/<logFile/<customFields/[add/" + i11,keyword:"required",params:{missingProperty: "@sourceName"}};
if(vErrors === null){
vErrors = [err198];
}
else {
vErrors.push(err198);
}
errors++;
}
if(data100["@sourceType"] === undefined){
const err199 = {instancePath:instancePath+"/[site/" + i6+"/<logFile/<customFields/[add/" + i11,keyword:"required",params:{missingProperty: "@sourceType"}};
if(vErrors === null){
vErrors = [err199];
}
else {
vErrors.push(err199);
}
errors++;
}
for(const key20 in data100){
if(!(((key20 === "@logFieldName") || (key20 === "@sourceName")) || (key20 === "@sourceType"))){
const err200 = {instancePath:instancePath+"/[site/" + i6+"/<logFile/<customFields/[add/" + i11,keyword:"additionalProperties",params:{additionalProperty: key20}};
if(vErrors === null){
vErrors = [err200];
}
else {
vErrors.push(err200);
}
errors++;
}
}
if(data100["@logFieldName"] !== undefined){
let data101 = data100["@logFieldName"];
if(typeof data101 === "string"){
if(!pattern1.test(data101)){
const err201 = {instancePath:instancePath+"/[site/" + i6+"/<logFile/<customFields/[add/" + i11+"/@logFieldName",keyword:"pattern",params:{pattern: "[^]"}};
if(vErrors === null){
vErrors = [err201];
}
else {
vErrors.push(err201);
}
errors++;
}
}
else {
const err202 = {instancePath:instancePath+"/[site/" + i6+"/<logFile/<customFields/[add/" + i11+"/@logFieldName",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err202];
}
else {
vErrors.push(err202);
}
errors++;
}
}
if(data100["@sourceName"] !== undefined){
let data102 = data100["@sourceName"];
if(typeof data102 === "string"){
if(!pattern1.test(data102)){
const err203 = {instancePath:instancePath+"/[site/" + i6+"/<logFile/<customFields/[add/" + i11+"/@sourceName",keyword:"pattern",params:{pattern: "[^]"}};
if(vErrors === null){
vErrors = [err203];
}
else {
vErrors.push(err203);
}
errors++;
}
}
else {
const err204 = {instancePath:instancePath+"/[site/" + i6+"/<logFile/<customFields/[add/" + i11+"/@sourceName",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err204];
}
else {
vErrors.push(err204);
}
errors++;
}
}
if(data100["@sourceType"] !== undefined){
let data103 = data100["@sourceType"];
if(!(((data103 === "RequestHeader") || (data103 === "ResponseHeader")) || (data103 === "ServerVariable"))){
const err205 = {instancePath:instancePath+"/[site/" + i6+"/<logFile/<customFields/[add/" + i11+"/@sourceType",keyword:"enum",params:{allowedValues: schema11.properties["[site"].items.properties["<logFile"].properties["<customFields"].properties["[add"].items.properties["@sourceType"].enum}};
if(vErrors === null){
vErrors = [err205];
}
else {
vErrors.push(err205);
}
errors++;
}
}
}
else {
const err206 = {instancePath:instancePath+"/[site/" + i6+"/<logFile/<customFields/[add/" + i11,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err206];
}
else {
vErrors.push(err206);
}
errors++;
}
}
}
else {
const err207 = {instancePath:instancePath+"/[site/" + i6+"/<logFile/<customFields/[add",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err207];
}
else {
vErrors.push(err207);
}
errors++;
}
}
if(data97["[clear"] !== undefined){
let data104 = data97["[clear"];
if(Array.isArray(data104)){
const len12 = data104.length;
for(let i12=0; i12<len12; i12++){
let data105 = data104[i12];
if(data105 && typeof data105 == "object" && !Array.isArray(data105)){
for(const key21 in data105){
const err208 = {instancePath:instancePath+"/[site/" + i6+"/<logFile/<customFields/[clear/" + i12,keyword:"additionalProperties",params:{additionalProperty: key21}};
if(vErrors === null){
vErrors = [err208];
}
else {
vErrors.push(err208);
}
errors++;
}
}
else {
const err209 = {instancePath:instancePath+"/[site/" + i6+"/<logFile/<customFields/[clear/" + i12,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err209];
}
else {
vErrors.push(err209);
}
errors++;
}
}
}
else {
const err210 = {instancePath:instancePath+"/[site/" + i6+"/<logFile/<customFields/[clear",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err210];
}
else {
vErrors.push(err210);
}
errors++;
}
}
}
else {
const err211 = {instancePath:instancePath+"/[site/" + i6+"/<logFile/<customFields",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err211];
}
else {
vErrors.push(err211);
}
errors++;
}
}
}
else {
const err212 = {instancePath:instancePath+"/[site/" + i6+"/<logFile",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err212];
}
else {
vErrors.push(err212);
}
errors++;
}
}
if(data62["<traceFailedRequestsLogging"] !== undefined){
let data106 = data62["<traceFailedRequestsLogging"];
if(data106 && typeof data106 == "object" && !Array.isArray(data106)){
for(const key22 in data106){
if(!(((((key22 === "@enabled") || (key22 === "@directory")) || (key22 === "@maxLogFiles")) || (key22 === "@maxLogFileSizeKB")) || (key22 === "@customActionsEnabled"))){
const err213 = {instancePath:instancePath+"/[site/" + i6+"/<traceFailedRequestsLogging",keyword:"additionalProperties",params:{additionalProperty: key22}};
if(vErrors === null){
vErrors = [err213];
}
else {
vErrors.push(err213);
}
errors++;
}
}
if(data106["@enabled"] !== undefined){
if(typeof data106["@enabled"] !== "boolean"){
const err214 = {instancePath:instancePath+"/[site/" + i6+"/<traceFailedRequestsLogging/@enabled",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err214];
}
else {
vErrors.push(err214);
}
errors++;
}
}
if(data106["@directory"] !== undefined){
if(typeof data106["@directory"] !== "string"){
const err215 = {instancePath:instancePath+"/[site/" + i6+"/<traceFailedRequestsLogging/@directory",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err215];
}
else {
vErrors.push(err215);
}
errors++;
}
}
if(data106["@maxLogFiles"] !== undefined){
let data109 = data106["@maxLogFiles"];
if(!(((typeof data109 == "number") && (!(data109 % 1) && !isNaN(data109))) && (isFinite(data109)))){
const err216 = {instancePath:instancePath+"/[site/" + i6+"/<traceFailedRequestsLogging/@maxLogFiles",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err216];
}
else {
vErrors.push(err216);
}
errors++;
}
if((typeof data109 == "number") && (isFinite(data109))){
if(data109 > 10000 || isNaN(data109)){
const err217 = {instancePath:instancePath+"/[site/" + i6+"/<traceFailedRequestsLogging/@maxLogFiles",keyword:"maximum",params:{comparison: "<=", limit: 10000}};
if(vErrors === null){
vErrors = [err217];
}
else {
vErrors.push(err217);
}
errors++;
}
if(data109 < 1 || isNaN(data109)){
const err218 = {instancePath:instancePath+"/[site/" + i6+"/<traceFailedRequestsLogging/@maxLogFiles",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err218];
}
else {
vErrors.push(err218);
}
errors++;
}
}
}
if(data106["@maxLogFileSizeKB"] !== undefined){
let data110 = data106["@maxLogFileSizeKB"];
if(!(((typeof data110 == "number") && (!(data110 % 1) && !isNaN(data110))) && (isFinite(data110)))){
const err219 = {instancePath:instancePath+"/[site/" + i6+"/<traceFailedRequestsLogging/@maxLogFileSizeKB",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err219];
}
else {
vErrors.push(err219);
}
errors++;
}
if((typeof data110 == "number") && (isFinite(data110))){
if(data110 > 1048576 || isNaN(data110)){
const err220 = {instancePath:instancePath+"/[site/" + i6+"/<traceFailedRequestsLogging/@maxLogFileSizeKB",keyword:"maximum",params:{comparison: "<=", limit: 1048576}};
if(vErrors === null){
vErrors = [err220];
}
else {
vErrors.push(err220);
}
errors++;
}
if(data110 < 0 || isNaN(data110)){
const err221 = {instancePath:instancePath+"/[site/" + i6+"/<traceFailedRequestsLogging/@maxLogFileSizeKB",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err221];
}
else {
vErrors.push(err221);
}
errors++;
}
}
}
if(data106["@customActionsEnabled"] !== undefined){
if(typeof data106["@customActionsEnabled"] !== "boolean"){
const err222 = {instancePath:instancePath+"/[site/" + i6+"/<traceFailedRequestsLogging/@customActionsEnabled",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err222];
}
else {
vErrors.push(err222);
}
errors++;
}
}
}
else {
const err223 = {instancePath:instancePath+"/[site/" + i6+"/<traceFailedRequestsLogging",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err223];
}
else {
vErrors.push(err223);
}
errors++;
}
}
if(data62["<applicationDefaults"] !== undefined){
let data112 = data62["<applicationDefaults"];
if(data112 && typeof data112 == "object" && !Array.isArray(data112)){
for(const key23 in data112){
if(!((((((key23 === "@path") || (key23 === "@applicationPool")) || (key23 === "@enabledProtocols")) || (key23 === "@serviceAutoStartEnabled")) || (key23 === "@serviceAutoStartProvider")) || (key23 === "@preloadEnabled"))){
const err224 = {instancePath:instancePath+"/[site/" + i6+"/<applicationDefaults",keyword:"additionalProperties",params:{additionalProperty: key23}};
if(vErrors === null){
vErrors = [err224];
}
else {
vErrors.push(err224);
}
errors++;
}
}
if(data112["@path"] !== undefined){
let data113 = data112["@path"];
if(typeof data113 === "string"){
if(!pattern6.test(data113)){
const err225 = {instancePath:instancePath+"/[site/" + i6+"/<applicationDefaults/@path",keyword:"pattern",params:{pattern: "^/$|^(/(?!\\.{1,2}(/|$))[^/]+)+$"}};
if(vErrors === null){
vErrors = [err225];
}
else {
vErrors.push(err225);
}
errors++;
}
}
else {
const err226 = {instancePath:instancePath+"/[site/" + i6+"/<applicationDefaults/@path",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err226];
}
else {
vErrors.push(err226);
}
errors++;
}
}
if(data112["@applicationPool"] !== undefined){
let data114 = data112["@applicationPool"];
if(typeof data114 === "string"){
if(!pattern7.test(data114)){
const err227 = {instancePath:instancePath+"/[site/" + i6+"/<applicationDefaults/@applicationPool",keyword:"pattern",params:{pattern: "^[^|<>&\"/\\\\\\[\\]+=;:,?*@]+$"}};
if(vErrors === null){
vErrors = [err227];
}
else {
vErrors.push(err227);
}
errors++;
}
}
else {
const err228 = {instancePath:instancePath+"/[site/" + i6+"/<applicationDefaults/@applicationPool",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err228];
}
else {
vErrors.push(err228);
}
errors++;
}
}
if(data112["@enabledProtocols"] !== undefined){
if(typeof data112["@enabledProtocols"] !== "string"){
const err229 = {instancePath:instancePath+"/[site/" + i6+"/<applicationDefaults/@enabledProtocols",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err229];
}
else {
vErrors.push(err229);
}
errors++;
}
}
if(data112["@serviceAutoStartEnabled"] !== undefined){
if(typeof data112["@serviceAutoStartEnabled"] !== "boolean"){
const err230 = {instancePath:instancePath+"/[site/" + i6+"/<applicationDefaults/@serviceAutoStartEnabled",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err230];
}
else {
vErrors.push(err230);
}
errors++;
}
}
if(data112["@serviceAutoStartProvider"] !== undefined){
if(typeof data112["@serviceAutoStartProvider"] !== "string"){
const err231 = {instancePath:instancePath+"/[site/" + i6+"/<applicationDefaults/@serviceAutoStartProvider",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err231];
}
else {
vErrors.push(err231);
}
errors++;
}
}
if(data112["@preloadEnabled"] !== undefined){
if(typeof data112["@preloadEnabled"] !== "boolean"){
const err232 = {instancePath:instancePath+"/[site/" + i6+"/<applicationDefaults/@preloadEnabled",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err232];
}
else {
vErrors.push(err232);
}
errors++;
}
}
}
else {
const err233 = {instancePath:instancePath+"/[site/" + i6+"/<applicationDefaults",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err233];
}
else {
vErrors.push(err233);
}
errors++;
}
}
if(data62["<virtualDirectoryDefaults"] !== undefined){
let data119 = data62["<virtualDirectoryDefaults"];
if(data119 && typeof data119 == "object" && !Array.isArray(data119)){
for(const key24 in data119){
if(!((((((key24 === "@path") || (key24 === "@physicalPath")) || (key24 === "@userName")) || (key24 === "@password")) || (key24 === "@logonMethod")) || (key24 === "@allowSubDirConfig"))){
const err234 = {instancePath:instancePath+"/[site/" + i6+"/<virtualDirectoryDefaults",keyword:"additionalProperties",params:{additionalProperty: key24}};
if(vErrors === null){
vErrors = [err234];
}
else {
vErrors.push(err234);
}
errors++;
}
}
if(data119["@path"] !== undefined){
let data120 = data119["@path"];
if(typeof data120 === "string"){
if(!pattern6.test(data120)){
const err235 = {instancePath:instancePath+"/[site/" + i6+"/<virtualDirectoryDefaults/@path",keyword:"pattern",params:{pattern: "^/$|^(/(?!\\.{1,2}(/|$))[^/]+)+$"}};
if(vErrors === null){
vErrors = [err235];
}
else {
vErrors.push(err235);
}
errors++;
}
}
else {
const err236 = {instancePath:instancePath+"/[site/" + i6+"/<virtualDirectoryDefaults/@path",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err236];
}
else {
vErrors.push(err236);
}
errors++;
}
}
if(data119["@physicalPath"] !== undefined){
if(typeof data119["@physicalPath"] !== "string"){
const err237 = {instancePath:instancePath+"/[site/" + i6+"/<virtualDirectoryDefaults/@physicalPath",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err237];
}
else {
vErrors.push(err237);
}
errors++;
}
}
if(data119["@userName"] !== undefined){
if(typeof data119["@userName"] !== "string"){
const err238 = {instancePath:instancePath+"/[site/" + i6+"/<virtualDirectoryDefaults/@userName",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err238];
}
else {
vErrors.push(err238);
}
errors++;
}
}
if(data119["@password"] !== undefined){
if(typeof data119["@password"] !== "string"){
const err239 = {instancePath:instancePath+"/[site/" + i6+"/<virtualDirectoryDefaults/@password",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err239];
}
else {
vErrors.push(err239);
}
errors++;
}
}
if(data119["@logonMethod"] !== undefined){
let data124 = data119["@logonMethod"];
if(!((((data124 === "Interactive") || (data124 === "Batch")) || (data124 === "Network")) || (data124 === "ClearText"))){
const err240 = {instancePath:instancePath+"/[site/" + i6+"/<virtualDirectoryDefaults/@logonMethod",keyword:"enum",params:{allowedValues: schema11.properties["[site"].items.properties["<virtualDirectoryDefaults"].properties["@logonMethod"].enum}};
if(vErrors === null){
vErrors = [err240];
}
else {
vErrors.push(err240);
}
errors++;
}
}
if(data119["@allowSubDirConfig"] !== undefined){
if(typeof data119["@allowSubDirConfig"] !== "boolean"){
const err241 = {instancePath:instancePath+"/[site/" + i6+"/<virtualDirectoryDefaults/@allowSubDirConfig",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err241];
}
else {
vErrors.push(err241);
}
errors++;
}
}
}
else {
const err242 = {instancePath:instancePath+"/[site/" + i6+"/<virtualDirectoryDefaults",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err242];
}
else {
vErrors.push(err242);
}
errors++;
}
}
if(data62["[application"] !== undefined){
let data126 = data62["[application"];
if(Array.isArray(data126)){
const len13 = data126.length;
for(let i13=0; i13<len13; i13++){
let data127 = data126[i13];
if(data127 && typeof data127 == "object" && !Array.isArray(data127)){
if(data127["@path"] === undefined){
const err243 = {instancePath:instancePath+"/[site/" + i6+"/[application/" + i13,keyword:"required",params:{missingProperty: "@path"}};
if(vErrors === null){
vErrors = [err243];
}
else {
vErrors.push(err243);
}
errors++;
}
for(const key25 in data127){
if(!((((((((key25 === "@path") || (key25 === "@applicationPool")) || (key25 === "@enabledProtocols")) || (key25 === "@serviceAutoStartEnabled")) || (key25 === "@serviceAutoStartProvider")) || (key25 === "@preloadEnabled")) || (key25 === "<virtualDirectoryDefaults")) || (key25 === "[virtualDirectory"))){
const err244 = {instancePath:instancePath+"/[site/" + i6+"/[application/" + i13,keyword:"additionalProperties",params:{additionalProperty: key25}};
if(vErrors === null){
vErrors = [err244];
}
else {
vErrors.push(err244);
}
errors++;
}
}
if(data127["@path"] !== undefined){
let data128 = data127["@path"];
if(typeof data128 === "string"){
if(!pattern6.test(data128)){
const err245 = {instancePath:instancePath+"/[site/" + i6+"/[application/" + i13+"/@path",keyword:"pattern",params:{pattern: "^/$|^(/(?!\\.{1,2}(/|$))[^/]+)+$"}};
if(vErrors === null){
vErrors = [err245];
}
else {
vErrors.push(err245);
}
errors++;
}
}
else {
const err246 = {instancePath:instancePath+"/[site/" + i6+"/[application/" + i13+"/@path",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err246];
}
else {
vErrors.push(err246);
}
errors++;
}
}
if(data127["@applicationPool"] !== undefined){
let data129 = data127["@applicationPool"];
if(typeof data129 === "string"){
if(!pattern7.test(data129)){
const err247 = {instancePath:instancePath+"/[site/" + i6+"/[application/" + i13+"/@applicationPool",keyword:"pattern",params:{pattern: "^[^|<>&\"/\\\\\\[\\]+=;:,?*@]+$"}};
if(vErrors === null){
vErrors = [err247];
}
else {
vErrors.push(err247);
}
errors++;
}
}
else {
const err248 = {instancePath:instancePath+"/[site/" + i6+"/[application/" + i13+"/@applicationPool",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err248];
}
else {
vErrors.push(err248);
}
errors++;
}
}
if(data127["@enabledProtocols"] !== undefined){
if(typeof data127["@enabledProtocols"] !== "string"){
const err249 = {instancePath:instancePath+"/[site/" + i6+"/[application/" + i13+"/@enabledProtocols",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err249];
}
else {
vErrors.push(err249);
}
errors++;
}
}
if(data127["@serviceAutoStartEnabled"] !== undefined){
if(typeof data127["@serviceAutoStartEnabled"] !== "boolean"){
const err250 = {instancePath:instancePath+"/[site/" + i6+"/[application/" + i13+"/@serviceAutoStartEnabled",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err250];
}
else {
vErrors.push(err250);
}
errors++;
}
}
if(data127["@serviceAutoStartProvider"] !== undefined){
if(typeof data127["@serviceAutoStartProvider"] !== "string"){
const err251 = {instancePath:instancePath+"/[site/" + i6+"/[application/" + i13+"/@serviceAutoStartProvider",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err251];
}
else {
vErrors.push(err251);
}
errors++;
}
}
if(data127["@preloadEnabled"] !== undefined){
if(typeof data127["@preloadEnabled"] !== "boolean"){
const err252 = {instancePath:instancePath+"/[site/" + i6+"/[application/" + i13+"/@preloadEnabled",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err252];
}
else {
vErrors.push(err252);
}
errors++;
}
}
if(data127["<virtualDirectoryDefaults"] !== undefined){
let data134 = data127["<virtualDirectoryDefaults"];
if(data134 && typeof data134 == "object" && !Array.isArray(data134)){
for(const key26 in data134){
if(!((((((key26 === "@path") || (key26 === "@physicalPath")) || (key26 === "@userName")) || (key26 === "@password")) || (key26 === "@logonMethod")) || (key26 === "@allowSubDirConfig"))){
const err253 = {instancePath:instancePath+"/[site/" + i6+"/[application/" + i13+"/<virtualDirectoryDefaults",keyword:"additionalProperties",params:{additionalProperty: key26}};
if(vErrors === null){
vErrors = [err253];
}
else {
vErrors.push(err253);
}
errors++;
}
}
if(data134["@path"] !== undefined){
let data135 = data134["@path"];
if(typeof data135 === "string"){
if(!pattern6.test(data135)){
const err254 = {instancePath:instancePath+"/[site/" + i6+"/[application/" + i13+"/<virtualDirectoryDefaults/@path",keyword:"pattern",params:{pattern: "^/$|^(/(?!\\.{1,2}(/|$))[^/]+)+$"}};
if(vErrors === null){
vErrors = [err254];
}
else {
vErrors.push(err254);
}
errors++;
}
}
else {
const err255 = {instancePath:instancePath+"/[site/" + i6+"/[application/" + i13+"/<virtualDirectoryDefaults/@path",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err255];
}
else {
vErrors.push(err255);
}
errors++;
}
}
if(data134["@physicalPath"] !== undefined){
if(typeof data134["@physicalPath"] !== "string"){
const err256 = {instancePath:instancePath+"/[site/" + i6+"/[application/" + i13+"/<virtualDirectoryDefaults/@physicalPath",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err256];
}
else {
vErrors.push(err256);
}
errors++;
}
}
if(data134["@userName"] !== undefined){
if(typeof data134["@userName"] !== "string"){
const err257 = {instancePath:instancePath+"/[site/" + i6+"/[application/" + i13+"/<virtualDirectoryDefaults/@userName",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err257];
}
else {
vErrors.push(err257);
}
errors++;
}
}
if(data134["@password"] !== undefined){
if(typeof data134["@password"] !== "string"){
const err258 = {instancePath:instancePath+"/[site/" + i6+"/[application/" + i13+"/<virtualDirectoryDefaults/@password",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err258];
}
else {
vErrors.push(err258);
}
errors++;
}
}
if(data134["@logonMethod"] !== undefined){
let data139 = data134["@logonMethod"];
if(!((((data139 === "Interactive") || (data139 === "Batch")) || (data139 === "Network")) || (data139 === "ClearText"))){
const err259 = {instancePath:instancePath+"/[site/" + i6+"/[application/" + i13+"/<virtualDirectoryDefaults/@logonMethod",keyword:"enum",params:{allowedValues: schema11.properties["[site"].items.properties["[application"].items.properties["<virtualDirectoryDefaults"].properties["@logonMethod"].enum}};
if(vErrors === null){
vErrors = [err259];
}
else {
vErrors.push(err259);
}
errors++;
}
}
if(data134["@allowSubDirConfig"] !== undefined){
if(typeof data134["@allowSubDirConfig"] !== "boolean"){
const err260 = {instancePath:instancePath+"/[site/" + i6+"/[application/" + i13+"/<virtualDirectoryDefaults/@allowSubDirConfig",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err260];
}
else {
vErrors.push(err260);
}
errors++;
}
}
}
else {
const err261 = {instancePath:instancePath+"/[site/" + i6+"/[application/" + i13+"/<virtualDirectoryDefaults",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err261];
}
else {
vErrors.push(err261);
}
errors++;
}
}
if(data127["[virtualDirectory"] !== undefined){
let data141 = data127["[virtualDirectory"];
if(Array.isArray(data141)){
const len14 = data141.length;
for(let i14=0; i14<len14; i14++){
let data142 = data141[i14];
if(data142 && typeof data142 == "object" && !Array.isArray(data142)){
for(const key27 in data142){
if(!((((((key27 === "@path") || (key27 === "@physicalPath")) || (key27 === "@userName")) || (key27 === "@password")) || (key27 === "@logonMethod")) || (key27 === "@allowSubDirConfig"))){
const err262 = {instancePath:instancePath+"/[site/" + i6+"/[application/" + i13+"/[virtualDirectory/" + i14,keyword:"additionalProperties",params:{additionalProperty: key27}};
if(vErrors === null){
vErrors = [err262];
}
else {
vErrors.push(err262);
}
errors++;
}
}
if(data142["@path"] !== undefined){
let data143 = data142["@path"];
if(typeof data143 === "string"){
if(!pattern6.test(data143)){
const err263 = {instancePath:instancePath+"/[site/" + i6+"/[application/" + i13+"/[virtualDirectory/" + i14+"/@path",keyword:"pattern",params:{pattern: "^/$|^(/(?!\\.{1,2}(/|$))[^/]+)+$"}};
if(vErrors === null){
vErrors = [err263];
}
else {
vErrors.push(err263);
}
errors++;
}
}
else {
const err264 = {instancePath:instancePath+"/[site/" + i6+"/[application/" + i13+"/[virtualDirectory/" + i14+"/@path",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err264];
}
else {
vErrors.push(err264);
}
errors++;
}
}
if(data142["@physicalPath"] !== undefined){
if(typeof data142["@physicalPath"] !== "string"){
const err265 = {instancePath:instancePath+"/[site/" + i6+"/[application/" + i13+"/[virtualDirectory/" + i14+"/@physicalPath",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err265];
}
else {
vErrors.push(err265);
}
errors++;
}
}
if(data142["@userName"] !== undefined){
if(typeof data142["@userName"] !== "string"){
const err266 = {instancePath:instancePath+"/[site/" + i6+"/[application/" + i13+"/[virtualDirectory/" + i14+"/@userName",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err266];
}
else {
vErrors.push(err266);
}
errors++;
}
}
if(data142["@password"] !== undefined){
if(typeof data142["@password"] !== "string"){
const err267 = {instancePath:instancePath+"/[site/" + i6+"/[application/" + i13+"/[virtualDirectory/" + i14+"/@password",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err267];
}
else {
vErrors.push(err267);
}
errors++;
}
}
if(data142["@logonMethod"] !== undefined){
let data147 = data142["@logonMethod"];
if(!((((data147 === "Interactive") || (data147 === "Batch")) || (data147 === "Network")) || (data147 === "ClearText"))){
const err268 = {instancePath:instancePath+"/[site/" + i6+"/[application/" + i13+"/[virtualDirectory/" + i14+"/@logonMethod",keyword:"enum",params:{allowedValues: schema11.properties["[site"].items.properties["[application"].items.properties["[virtualDirectory"].items.properties["@logonMethod"].enum}};
if(vErrors === null){
vErrors = [err268];
}
else {
vErrors.push(err268);
}
errors++;
}
}
if(data142["@allowSubDirConfig"] !== undefined){
if(typeof data142["@allowSubDirConfig"] !== "boolean"){
const err269 = {instancePath:instancePath+"/[site/" + i6+"/[application/" + i13+"/[virtualDirectory/" + i14+"/@allowSubDirConfig",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err269];
}
else {
vErrors.push(err269);
}
errors++;
}
}
}
else {
const err270 = {instancePath:instancePath+"/[site/" + i6+"/[application/" + i13+"/[virtualDirectory/" + i14,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err270];
}
else {
vErrors.push(err270);
}
errors++;
}
}
}
else {
const err271 = {instancePath:instancePath+"/[site/" + i6+"/[application/" + i13+"/[virtualDirectory",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err271];
}
else {
vErrors.push(err271);
}
errors++;
}
}
}
else {
const err272 = {instancePath:instancePath+"/[site/" + i6+"/[application/" + i13,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err272];
}
else {
vErrors.push(err272);
}
errors++;
}
}
}
else {
const err273 = {instancePath:instancePath+"/[site/" + i6+"/[application",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err273];
}
else {
vErrors.push(err273);
}
errors++;
}
}
}
else {
const err274 = {instancePath:instancePath+"/[site/" + i6,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err274];
}
else {
vErrors.push(err274);
}
errors++;
}
}
}
else {
const err275 = {instancePath:instancePath+"/[site",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err275];
}
else {
vErrors.push(err275);
}
errors++;
}
}
}
else {
const err276 = {instancePath,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err276];
}
else {
vErrors.push(err276);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}

exports.section1 = validate11;
const schema12 = {"$id":"system.webServer/handlers","type":"object","properties":{"@accessPolicy":{"type":"array","items":{"enum":["None","Read","Write","Execute","Source","Script","NoRemoteWrite","NoRemoteRead","NoRemoteExecute","NoRemoteScript"]}},"[add":{"type":"array","items":{"type":"object","properties":{"@name":{"type":"string","pattern":"[^]"},"@path":{"type":"string","pattern":"[^]"},"@verb":{"type":"string"},"@type":{"type":"string"},"@modules":{"type":"string"},"@scriptProcessor":{"type":"string"},"@resourceType":{"enum":["File","Directory","Either","Unspecified"]},"@requireAccess":{"enum":["None","Read","Write","Script","Execute"]},"@allowPathInfo":{"type":"boolean"},"@preCondition":{"type":"string"},"@responseBufferLimit":{"type":"integer","minimum":0,"maximum":4294967295}},"required":["@name","@path","@verb"],"additionalProperties":false}},"[remove":{"type":"array","items":{"type":"object","properties":{"@name":{"type":"string","pattern":"[^]"}},"minProperties":1,"additionalProperties":false}},"[clear":{"type":"array","items":{"type":"object","additionalProperties":false}}},"additionalProperties":false};

function validate11(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="system.webServer/handlers" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((key0 === "@accessPolicy") || (key0 === "[add")) || (key0 === "[remove")) || (key0 === "[clear"))){
const err0 = {instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}};
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
const err1 = {instancePath:instancePath+"/@accessPolicy/" + i0,keyword:"enum",params:{allowedValues: schema12.properties["@accessPolicy"].items.enum}};
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
const err2 = {instancePath:instancePath+"/@accessPolicy",keyword:"type",params:{type: "array"}};
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
const err3 = {instancePath:instancePath+"/[add/" + i1,keyword:"required",params:{missingProperty: "@name"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data3["@path"] === undefined){
const err4 = {instancePath:instancePath+"/[add/" + i1,keyword:"required",params:{missingProperty: "@path"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data3["@verb"] === undefined){
const err5 = {instancePath:instancePath+"/[add/" + i1,keyword:"required",params:{missingProperty: "@verb"}};
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
const err6 = {instancePath:instancePath+"/[add/" + i1,keyword:"additionalProperties",params:{additionalProperty: key1}};
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
const err7 = {instancePath:instancePath+"/[add/" + i1+"/@name",keyword:"pattern",params:{pattern: "[^]"}};
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
const err8 = {instancePath:instancePath+"/[add/" + i1+"/@name",keyword:"type",params:{type: "string"}};
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
const err9 = {instancePath:instancePath+"/[add/" + i1+"/@path",keyword:"pattern",params:{pattern: "[^]"}};
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
const err10 = {instancePath:instancePath+"/[add/" + i1+"/@path",keyword:"type",params:{type: "string"}};
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
const err11 = {instancePath:instancePath+"/[add/" + i1+"/@verb",keyword:"type",params:{type: "string"}};
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
const err12 = {instancePath:instancePath+"/[add/" + i1+"/@type",keyword:"type",params:{type: "string"}};
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
const err13 = {instancePath:instancePath+"/[add/" + i1+"/@modules",keyword:"type",params:{type: "string"}};
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
const err14 = {instancePath:instancePath+"/[add/" + i1+"/@scriptProcessor",keyword:"type",params:{type: "string"}};
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
const err15 = {instancePath:instancePath+"/[add/" + i1+"/@resourceType",keyword:"enum",params:{allowedValues: schema12.properties["[add"].items.properties["@resourceType"].enum}};
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
const err16 = {instancePath:instancePath+"/[add/" + i1+"/@requireAccess",keyword:"enum",params:{allowedValues: schema12.properties["[add"].items.properties["@requireAccess"].enum}};
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
const err17 = {instancePath:instancePath+"/[add/" + i1+"/@allowPathInfo",keyword:"type",params:{type: "boolean"}};
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
const err18 = {instancePath:instancePath+"/[add/" + i1+"/@preCondition",keyword:"type",params:{type: "string"}};
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
const err19 = {instancePath:instancePath+"/[add/" + i1+"/@responseBufferLimit",keyword:"type",params:{type: "integer"}};
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
const err20 = {instancePath:instancePath+"/[add/" + i1+"/@responseBufferLimit",keyword:"maximum",params:{comparison: "<=", limit: 4294967295}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(data14 < 0 || isNaN(data14)){
const err21 = {instancePath:instancePath+"/[add/" + i1+"/@responseBufferLimit",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
const err22 = {instancePath:instancePath+"/[add/" + i1,keyword:"type",params:{type: "object"}};
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
const err23 = {instancePath:instancePath+"/[add",keyword:"type",params:{type: "array"}};
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
const err24 = {instancePath:instancePath+"/[remove/" + i2,keyword:"minProperties",params:{limit: 1}};
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
const err25 = {instancePath:instancePath+"/[remove/" + i2,keyword:"additionalProperties",params:{additionalProperty: key2}};
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
const err26 = {instancePath:instancePath+"/[remove/" + i2+"/@name",keyword:"pattern",params:{pattern: "[^]"}};
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
const err27 = {instancePath:instancePath+"/[remove/" + i2+"/@name",keyword:"type",params:{type: "string"}};
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
const err28 = {instancePath:instancePath+"/[remove/" + i2,keyword:"type",params:{type: "object"}};
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
const err29 = {instancePath:instancePath+"/[remove",keyword:"type",params:{type: "array"}};
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
const err30 = {instancePath:instancePath+"/[clear/" + i3,keyword:"additionalProperties",params:{additionalProperty: key3}};
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
const err31 = {instancePath:instancePath+"/[clear/" + i3,keyword:"type",params:{type: "object"}};
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
const err32 = {instancePath:instancePath+"/[clear",keyword:"type",params:{type: "array"}};
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
const err33 = {instancePath,keyword:"type",params:{type: "object"}};
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
const err0 = {instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}};
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
const err1 = {instancePath:instancePath+"/@enabled",keyword:"type",params:{type: "boolean"}};
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
const err2 = {instancePath:instancePath+"/@userName",keyword:"type",params:{type: "string"}};
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
const err3 = {instancePath:instancePath+"/@password",keyword:"type",params:{type: "string"}};
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
const err4 = {instancePath:instancePath+"/@logonMethod",keyword:"enum",params:{allowedValues: schema13.properties["@logonMethod"].enum}};
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
const err5 = {instancePath,keyword:"type",params:{type: "object"}};
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
const err0 = {instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}};
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
const err1 = {instancePath:instancePath+"/@enabled",keyword:"type",params:{type: "boolean"}};
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
const err2 = {instancePath:instancePath+"/@realm",keyword:"type",params:{type: "string"}};
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
const err3 = {instancePath:instancePath+"/@defaultLogonDomain",keyword:"type",params:{type: "string"}};
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
const err4 = {instancePath:instancePath+"/@logonMethod",keyword:"enum",params:{allowedValues: schema14.properties["@logonMethod"].enum}};
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
const err5 = {instancePath,keyword:"type",params:{type: "object"}};
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
const err0 = {instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}};
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
const err1 = {instancePath:instancePath+"/<OperationsConfiguration",keyword:"additionalProperties",params:{additionalProperty: key1}};
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
const err2 = {instancePath:instancePath+"/<OperationsConfiguration/@MaxEnvelopeSizeKB",keyword:"type",params:{type: "integer"}};
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
const err3 = {instancePath:instancePath+"/<OperationsConfiguration/@MaxEnvelopeSizeKB",keyword:"maximum",params:{comparison: "<=", limit: 4294967295}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data1 < 32 || isNaN(data1)){
const err4 = {instancePath:instancePath+"/<OperationsConfiguration/@MaxEnvelopeSizeKB",keyword:"minimum",params:{comparison: ">=", limit: 32}};
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
const err5 = {instancePath:instancePath+"/<OperationsConfiguration/@MaxOperationTimeoutSeconds",keyword:"type",params:{type: "integer"}};
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
const err6 = {instancePath:instancePath+"/<OperationsConfiguration/@MaxOperationTimeoutSeconds",keyword:"maximum",params:{comparison: "<=", limit: 4294967295}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data2 < 1 || isNaN(data2)){
const err7 = {instancePath:instancePath+"/<OperationsConfiguration/@MaxOperationTimeoutSeconds",keyword:"minimum",params:{comparison: ">=", limit: 1}};
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
const err8 = {instancePath:instancePath+"/<OperationsConfiguration/@MaxEnumerateIdleTimeoutSeconds",keyword:"type",params:{type: "integer"}};
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
const err9 = {instancePath:instancePath+"/<OperationsConfiguration/@MaxEnumerateIdleTimeoutSeconds",keyword:"maximum",params:{comparison: "<=", limit: 4294967295}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data3 < 1 || isNaN(data3)){
const err10 = {instancePath:instancePath+"/<OperationsConfiguration/@MaxEnumerateIdleTimeoutSeconds",keyword:"minimum",params:{comparison: ">=", limit: 1}};
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
const err11 = {instancePath:instancePath+"/<OperationsConfiguration/@MaxSubscribeIdleTimeoutSeconds",keyword:"type",params:{type: "integer"}};
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
const err12 = {instancePath:instancePath+"/<OperationsConfiguration/@MaxSubscribeIdleTimeoutSeconds",keyword:"maximum",params:{comparison: "<=", limit: 4294967295}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(data4 < 1 || isNaN(data4)){
const err13 = {instancePath:instancePath+"/<OperationsConfiguration/@MaxSubscribeIdleTimeoutSeconds",keyword:"minimum",params:{comparison: ">=", limit: 1}};
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
const err14 = {instancePath:instancePath+"/<OperationsConfiguration/@MaxShellIdleTimeoutMinutes",keyword:"type",params:{type: "integer"}};
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
const err15 = {instancePath:instancePath+"/<OperationsConfiguration/@MaxShellIdleTimeoutMinutes",keyword:"maximum",params:{comparison: "<=", limit: 4294967295}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(data5 < 0 || isNaN(data5)){
const err16 = {instancePath:instancePath+"/<OperationsConfiguration/@MaxShellIdleTimeoutMinutes",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
const err17 = {instancePath:instancePath+"/<OperationsConfiguration/@QuotaRefreshIntervalSeconds",keyword:"type",params:{type: "integer"}};
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
const err18 = {instancePath:instancePath+"/<OperationsConfiguration/@QuotaRefreshIntervalSeconds",keyword:"maximum",params:{comparison: "<=", limit: 4294967295}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(data6 < 0 || isNaN(data6)){
const err19 = {instancePath:instancePath+"/<OperationsConfiguration/@QuotaRefreshIntervalSeconds",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
const err20 = {instancePath:instancePath+"/<OperationsConfiguration/@QuotaSystemWindowSeconds",keyword:"type",params:{type: "integer"}};
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
const err21 = {instancePath:instancePath+"/<OperationsConfiguration/@QuotaSystemWindowSeconds",keyword:"maximum",params:{comparison: "<=", limit: 4294967295}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(data7 < 0 || isNaN(data7)){
const err22 = {instancePath:instancePath+"/<OperationsConfiguration/@QuotaSystemWindowSeconds",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
const err23 = {instancePath:instancePath+"/<OperationsConfiguration/@QuotaSystemWindowOperations",keyword:"type",params:{type: "integer"}};
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
const err24 = {instancePath:instancePath+"/<OperationsConfiguration/@QuotaSystemWindowOperations",keyword:"maximum",params:{comparison: "<=", limit: 4294967295}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(data8 < 0 || isNaN(data8)){
const err25 = {instancePath:instancePath+"/<OperationsConfiguration/@QuotaSystemWindowOperations",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
const err26 = {instancePath:instancePath+"/<OperationsConfiguration",keyword:"type",params:{type: "object"}};
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
const err27 = {instancePath:instancePath+"/<PluginModules",keyword:"additionalProperties",params:{additionalProperty: key2}};
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
const err28 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins",keyword:"additionalProperties",params:{additionalProperty: key3}};
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
const err29 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0,keyword:"required",params:{missingProperty: "@Name"}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if(data12["@Filename"] === undefined){
const err30 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0,keyword:"required",params:{missingProperty: "@Filename"}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
if(data12["@SDKVersion"] === undefined){
const err31 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0,keyword:"required",params:{missingProperty: "@SDKVersion"}};
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
const err32 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0,keyword:"additionalProperties",params:{additionalProperty: key4}};
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
const err33 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0+"/@Name",keyword:"pattern",params:{pattern: "[^]"}};
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
const err34 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0+"/@Name",keyword:"type",params:{type: "string"}};
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
const err35 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0+"/@Filename",keyword:"pattern",params:{pattern: "[^]"}};
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
const err36 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0+"/@Filename",keyword:"type",params:{type: "string"}};
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
const err37 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0+"/@SDKVersion",keyword:"type",params:{type: "integer"}};
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
const err38 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0+"/@SDKVersion",keyword:"maximum",params:{comparison: "<=", limit: 4294967295}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
if(data15 < 0 || isNaN(data15)){
const err39 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0+"/@SDKVersion",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
const err40 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0+"/@XmlRenderingType",keyword:"enum",params:{allowedValues: schema15.properties["<PluginModules"].properties["<OperationsPlugins"].properties["[Plugin"].items.properties["@XmlRenderingType"].enum}};
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
const err41 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0+"/@Enabled",keyword:"type",params:{type: "boolean"}};
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
const err42 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0+"/<InitializationParameters",keyword:"additionalProperties",params:{additionalProperty: key5}};
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
const err43 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0+"/<InitializationParameters/[Param/" + i1,keyword:"required",params:{missingProperty: "@Name"}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
if(data20["@Value"] === undefined){
const err44 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0+"/<InitializationParameters/[Param/" + i1,keyword:"required",params:{missingProperty: "@Value"}};
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
const err45 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0+"/<InitializationParameters/[Param/" + i1,keyword:"additionalProperties",params:{additionalProperty: key6}};
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
const err46 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0+"/<InitializationParameters/[Param/" + i1+"/@Name",keyword:"pattern",params:{pattern: "[^]"}};
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
const err47 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0+"/<InitializationParameters/[Param/" + i1+"/@Name",keyword:"type",params:{type: "string"}};
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
const err48 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0+"/<InitializationParameters/[Param/" + i1+"/@Value",keyword:"pattern",params:{pattern: "[^]"}};
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
const err49 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0+"/<InitializationParameters/[Param/" + i1+"/@Value",keyword:"type",params:{type: "string"}};
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
const err50 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0+"/<InitializationParameters/[Param/" + i1,keyword:"type",params:{type: "object"}};
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
const err51 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0+"/<InitializationParameters/[Param",keyword:"type",params:{type: "array"}};
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
const err52 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0+"/<InitializationParameters",keyword:"type",params:{type: "object"}};
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
const err53 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0+"/<Resources",keyword:"additionalProperties",params:{additionalProperty: key7}};
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
const err54 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0+"/<Resources/[Resource/" + i2,keyword:"required",params:{missingProperty: "@ResourceUri"}};
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
const err55 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0+"/<Resources/[Resource/" + i2,keyword:"additionalProperties",params:{additionalProperty: key8}};
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
const err56 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0+"/<Resources/[Resource/" + i2+"/@ResourceUri",keyword:"pattern",params:{pattern: "[^]"}};
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
const err57 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0+"/<Resources/[Resource/" + i2+"/@ResourceUri",keyword:"type",params:{type: "string"}};
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
const err58 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0+"/<Resources/[Resource/" + i2+"/@SupportsOptions",keyword:"type",params:{type: "boolean"}};
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
const err59 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0+"/<Resources/[Resource/" + i2+"/@ExactMatch",keyword:"type",params:{type: "boolean"}};
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
const err60 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0+"/<Resources/[Resource/" + i2+"/[Capability/" + i3,keyword:"required",params:{missingProperty: "@Type"}};
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
const err61 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0+"/<Resources/[Resource/" + i2+"/[Capability/" + i3,keyword:"additionalProperties",params:{additionalProperty: key9}};
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
const err62 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0+"/<Resources/[Resource/" + i2+"/[Capability/" + i3+"/@Type",keyword:"enum",params:{allowedValues: schema15.properties["<PluginModules"].properties["<OperationsPlugins"].properties["[Plugin"].items.properties["<Resources"].properties["[Resource"].items.properties["[Capability"].items.properties["@Type"].enum}};
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
const err63 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0+"/<Resources/[Resource/" + i2+"/[Capability/" + i3+"/@SupportsFragment",keyword:"type",params:{type: "boolean"}};
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
const err64 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0+"/<Resources/[Resource/" + i2+"/[Capability/" + i3+"/@SupportsFiltering",keyword:"type",params:{type: "boolean"}};
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
const err65 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0+"/<Resources/[Resource/" + i2+"/[Capability/" + i3,keyword:"type",params:{type: "object"}};
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
const err66 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0+"/<Resources/[Resource/" + i2+"/[Capability",keyword:"type",params:{type: "array"}};
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
const err67 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0+"/<Resources/[Resource/" + i2,keyword:"type",params:{type: "object"}};
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
const err68 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0+"/<Resources/[Resource",keyword:"type",params:{type: "array"}};
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
const err69 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0+"/<Resources",keyword:"type",params:{type: "object"}};
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
const err70 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin/" + i0,keyword:"type",params:{type: "object"}};
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
const err71 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins/[Plugin",keyword:"type",params:{type: "array"}};
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
const err72 = {instancePath:instancePath+"/<PluginModules/<OperationsPlugins",keyword:"type",params:{type: "object"}};
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
const err73 = {instancePath:instancePath+"/<PluginModules/[AuthorizationPlugin/" + i4,keyword:"required",params:{missingProperty: "@Name"}};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
if(data35["@Filename"] === undefined){
const err74 = {instancePath:instancePath+"/<PluginModules/[AuthorizationPlugin/" + i4,keyword:"required",params:{missingProperty: "@Filename"}};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
if(data35["@SDKVersion"] === undefined){
const err75 = {instancePath:instancePath+"/<PluginModules/[AuthorizationPlugin/" + i4,keyword:"required",params:{missingProperty: "@SDKVersion"}};
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
const err76 = {instancePath:instancePath+"/<PluginModules/[AuthorizationPlugin/" + i4,keyword:"additionalProperties",params:{additionalProperty: key10}};
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
const err77 = {instancePath:instancePath+"/<PluginModules/[AuthorizationPlugin/" + i4+"/@Name",keyword:"pattern",params:{pattern: "[^]"}};
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
const err78 = {instancePath:instancePath+"/<PluginModules/[AuthorizationPlugin/" + i4+"/@Name",keyword:"type",params:{type: "string"}};
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
const err79 = {instancePath:instancePath+"/<PluginModules/[AuthorizationPlugin/" + i4+"/@Filename",keyword:"pattern",params:{pattern: "[^]"}};
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
const err80 = {instancePath:instancePath+"/<PluginModules/[AuthorizationPlugin/" + i4+"/@Filename",keyword:"type",params:{type: "string"}};
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
const err81 = {instancePath:instancePath+"/<PluginModules/[AuthorizationPlugin/" + i4+"/@SDKVersion",keyword:"type",params:{type: "integer"}};
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
const err82 = {instancePath:instancePath+"/<PluginModules/[AuthorizationPlugin/" + i4+"/@SDKVersion",keyword:"maximum",params:{comparison: "<=", limit: 4294967295}};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
if(data38 < 0 || isNaN(data38)){
const err83 = {instancePath:instancePath+"/<PluginModules/[AuthorizationPlugin/" + i4+"/@SDKVersion",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
const err84 = {instancePath:instancePath+"/<PluginModules/[AuthorizationPlugin/" + i4+"/@SupportsQuota",keyword:"type",params:{type: "boolean"}};
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
const err85 = {instancePath:instancePath+"/<PluginModules/[AuthorizationPlugin/" + i4,keyword:"type",params:{type: "object"}};
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
const err86 = {instancePath:instancePath+"/<PluginModules/[AuthorizationPlugin",keyword:"type",params:{type: "array"}};
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
const err87 = {instancePath:instancePath+"/<PluginModules",keyword:"type",params:{type: "object"}};
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
const err88 = {instancePath,keyword:"type",params:{type: "object"}};
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
const err0 = {instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}};
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
const err1 = {instancePath:instancePath+"/@headerTimeout",keyword:"maximum",params:{comparison: "<=", limit: 3600}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data0 < 1 || isNaN(data0)){
const err2 = {instancePath:instancePath+"/@headerTimeout",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if((data0 - 1) % 1 !== 0 && data0 % 1 !== 0){
const err3 = {instancePath:instancePath+"/@headerTimeout",keyword:"granularity",params:{}};
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
const err4 = {instancePath:instancePath+"/@headerTimeout",keyword:"type",params:{type: "number"}};
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
const err5 = {instancePath:instancePath+"/@requestTimeout",keyword:"maximum",params:{comparison: "<=", limit: 86400}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data1 < 1 || isNaN(data1)){
const err6 = {instancePath:instancePath+"/@requestTimeout",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if((data1 - 1) % 1 !== 0 && data1 % 1 !== 0){
const err7 = {instancePath:instancePath+"/@requestTimeout",keyword:"granularity",params:{}};
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
const err8 = {instancePath:instancePath+"/@requestTimeout",keyword:"type",params:{type: "number"}};
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
const err9 = {instancePath:instancePath+"/@idleTimeout",keyword:"maximum",params:{comparison: "<=", limit: 86400}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data2 < 1 || isNaN(data2)){
const err10 = {instancePath:instancePath+"/@idleTimeout",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if((data2 - 1) % 1 !== 0 && data2 % 1 !== 0){
const err11 = {instancePath:instancePath+"/@idleTimeout",keyword:"granularity",params:{}};
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
const err12 = {instancePath:instancePath+"/@idleTimeout",keyword:"type",params:{type: "number"}};
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
const err13 = {instancePath:instancePath+"/@maxConnections",keyword:"type",params:{type: "integer"}};
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
const err14 = {instancePath:instancePath+"/@maxConnections",keyword:"maximum",params:{comparison: "<=", limit: 4294967295}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(data3 < 1 || isNaN(data3)){
const err15 = {instancePath:instancePath+"/@maxConnections",keyword:"minimum",params:{comparison: ">=", limit: 1}};
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
const err16 = {instancePath:instancePath+"/@maxHeaderBytes",keyword:"type",params:{type: "integer"}};
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
const err17 = {instancePath:instancePath+"/@maxHeaderBytes",keyword:"maximum",params:{comparison: "<=", limit: 1048576}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(data4 < 1024 || isNaN(data4)){
const err18 = {instancePath:instancePath+"/@maxHeaderBytes",keyword:"minimum",params:{comparison: ">=", limit: 1024}};
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
const err19 = {instancePath,keyword:"type",params:{type: "object"}};
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
const schema17 = {"$id":"system.webServer/wsmanor","type":"object","properties":{"@allowUnencrypted":{"type":"boolean"},"@maxBatchItems":{"type":"integer","minimum":1,"maximum":4294967295},"<pluginDirectories":{"type":"object","properties":{"[add":{"type":"array","items":{"type":"object","properties":{"@path":{"type":"string","pattern":"[^]"}},"required":["@path"],"additionalProperties":false}},"[remove":{"type":"array","items":{"type":"object","properties":{"@path":{"type":"string","pattern":"[^]"}},"minProperties":1,"additionalProperties":false}},"[clear":{"type":"array","items":{"type":"object","additionalProperties":false}}},"additionalProperties":false},"<fileMappings":{"type":"object","properties":{"[add":{"type":"array","items":{"type":"object","properties":{"@filename":{"type":"string","pattern":"[^]"},"@module":{"type":"string","pattern":"[^]"}},"required":["@filename","@module"],"additionalProperties":false}},"[remove":{"type":"array","items":{"type":"object","properties":{"@filename":{"type":"string","pattern":"[^]"}},"minProperties":1,"additionalProperties":false}},"[clear":{"type":"array","items":{"type":"object","additionalProperties":false}}},"additionalProperties":false},"<configurationEditing":{"type":"object","properties":{"[add":{"type":"array","items":{"type":"object","properties":{"@module":{"type":"string","pattern":"[^]"}},"required":["@module"],"additionalProperties":false}},"[remove":{"type":"array","items":{"type":"object","properties":{"@module":{"type":"string","pattern":"[^]"}},"minProperties":1,"additionalProperties":false}},"[clear":{"type":"array","items":{"type":"object","additionalProperties":false}}},"additionalProperties":false},"<plugins":{"type":"object","properties":{"@startTimeout":{"type":"number","minimum":1,"maximum":3600,"granularity":{"from":1,"step":1}},"@shutdownTimeout":{"type":"number","minimum":1,"maximum":3600,"granularity":{"from":1,"step":1}},"@drainTimeout":{"type":"number","minimum":0,"maximum":3600,"granularity":{"from":0,"step":1}},"@isolation":{"enum":["inProcess","worker","process"]},"@memoryLimitMB":{"type":"integer","minimum":0,"maximum":1048576},"@cpuLimitPercent":{"type":"integer","minimum":0,"maximum":6400},"@hangTimeout":{"type":"number","minimum":1,"maximum":3600,"granularity":{"from":1,"step":1}},"[add":{"type":"array","items":{"type":"object","properties":{"@name":{"type":"string","pattern":"[^]"},"@isolation":{"enum":["inProcess","worker","process"]},"@memoryLimitMB":{"type":"integer","minimum":0,"maximum":1048576},"@cpuLimitPercent":{"type":"integer","minimum":0,"maximum":6400},"@hangTimeout":{"type":"number","minimum":1,"maximum":3600,"granularity":{"from":1,"step":1}},"@account":{"type":"string","pattern":"[^]"}},"required":["@name"],"additionalProperties":false}},"[remove":{"type":"array","items":{"type":"object","properties":{"@name":{"type":"string","pattern":"[^]"}},"minProperties":1,"additionalProperties":false}},"[clear":{"type":"array","items":{"type":"object","additionalProperties":false}}},"additionalProperties":false},"<authorization":{"type":"object","properties":{"@timeout":{"type":"number","minimum":1,"maximum":3600,"granularity":{"from":1,"step":1}}},"additionalProperties":false}},"additionalProperties":false};

function validate16(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="system.webServer/wsmanor" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((((key0 === "@allowUnencrypted") || (key0 === "@maxBatchItems")) || (key0 === "<pluginDirectories")) || (key0 === "<fileMappings")) || (key0 === "<configurationEditing")) || (key0 === "<plugins")) || (key0 === "<authorization"))){
const err0 = {instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}};
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
const err1 = {instancePath:instancePath+"/@allowUnencrypted",keyword:"type",params:{type: "boolean"}};
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
const err2 = {instancePath:instancePath+"/@maxBatchItems",keyword:"type",params:{type: "integer"}};
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
const err3 = {instancePath:instancePath+"/@maxBatchItems",keyword:"maximum",params:{comparison: "<=", limit: 4294967295}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data1 < 1 || isNaN(data1)){
const err4 = {instancePath:instancePath+"/@maxBatchItems",keyword:"minimum",params:{comparison: ">=", limit: 1}};
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
const err5 = {instancePath:instancePath+"/<pluginDirectories",keyword:"additionalProperties",params:{additionalProperty: key1}};
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
const err6 = {instancePath:instancePath+"/<pluginDirectories/[add/" + i0,keyword:"required",params:{missingProperty: "@path"}};
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
const err7 = {instancePath:instancePath+"/<pluginDirectories/[add/" + i0,keyword:"additionalProperties",params:{additionalProperty: key2}};
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
const err8 = {instancePath:instancePath+"/<pluginDirectories/[add/" + i0+"/@path",keyword:"pattern",params:{pattern: "[^]"}};
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
const err9 = {instancePath:instancePath+"/<pluginDirectories/[add/" + i0+"/@path",keyword:"type",params:{type: "string"}};
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
const err10 = {instancePath:instancePath+"/<pluginDirectories/[add/" + i0,keyword:"type",params:{type: "object"}};
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
const err11 = {instancePath:instancePath+"/<pluginDirectories/[add",keyword:"type",params:{type: "array"}};
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
const err12 = {instancePath:instancePath+"/<pluginDirectories/[remove/" + i1,keyword:"minProperties",params:{limit: 1}};
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
const err13 = {instancePath:instancePath+"/<pluginDirectories/[remove/" + i1,keyword:"additionalProperties",params:{additionalProperty: key3}};
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
const err14 = {instancePath:instancePath+"/<pluginDirectories/[remove/" + i1+"/@path",keyword:"pattern",params:{pattern: "[^]"}};
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
const err15 = {instancePath:instancePath+"/<pluginDirectories/[remove/" + i1+"/@path",keyword:"type",params:{type: "string"}};
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
const err16 = {instancePath:instancePath+"/<pluginDirectories/[remove/" + i1,keyword:"type",params:{type: "object"}};
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
const err17 = {instancePath:instancePath+"/<pluginDirectories/[remove",keyword:"type",params:{type: "array"}};
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
const err18 = {instancePath:instancePath+"/<pluginDirectories/[clear/" + i2,keyword:"additionalProperties",params:{additionalProperty: key4}};
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
const err19 = {instancePath:instancePath+"/<pluginDirectories/[clear/" + i2,keyword:"type",params:{type: "object"}};
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
const err20 = {instancePath:instancePath+"/<pluginDirectories/[clear",keyword:"type",params:{type: "array"}};
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
const err21 = {instancePath:instancePath+"/<pluginDirectories",keyword:"type",params:{type: "object"}};
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
const err22 = {instancePath:instancePath+"/<fileMappings",keyword:"additionalProperties",params:{additionalProperty: key5}};
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
const err23 = {instancePath:instancePath+"/<fileMappings/[add/" + i3,keyword:"required",params:{missingProperty: "@filename"}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(data13["@module"] === undefined){
const err24 = {instancePath:instancePath+"/<fileMappings/[add/" + i3,keyword:"required",params:{missingProperty: "@module"}};
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
const err25 = {instancePath:instancePath+"/<fileMappings/[add/" + i3,keyword:"additionalProperties",params:{additionalProperty: key6}};
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
const err26 = {instancePath:instancePath+"/<fileMappings/[add/" + i3+"/@filename",keyword:"pattern",params:{pattern: "[^]"}};
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
const err27 = {instancePath:instancePath+"/<fileMappings/[add/" + i3+"/@filename",keyword:"type",params:{type: "string"}};
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
const err28 = {instancePath:instancePath+"/<fileMappings/[add/" + i3+"/@module",keyword:"pattern",params:{pattern: "[^]"}};
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
const err29 = {instancePath:instancePath+"/<fileMappings/[add/" + i3+"/@module",keyword:"type",params:{type: "string"}};
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
const err30 = {instancePath:instancePath+"/<fileMappings/[add/" + i3,keyword:"type",params:{type: "object"}};
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
const err31 = {instancePath:instancePath+"/<fileMappings/[add",keyword:"type",params:{type: "array"}};
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
const err32 = {instancePath:instancePath+"/<fileMappings/[remove/" + i4,keyword:"minProperties",params:{limit: 1}};
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
const err33 = {instancePath:instancePath+"/<fileMappings/[remove/" + i4,keyword:"additionalProperties",params:{additionalProperty: key7}};
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
const err34 = {instancePath:instancePath+"/<fileMappings/[remove/" + i4+"/@filename",keyword:"pattern",params:{pattern: "[^]"}};
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
const err35 = {instancePath:instancePath+"/<fileMappings/[remove/" + i4+"/@filename",keyword:"type",params:{type: "string"}};
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
const err36 = {instancePath:instancePath+"/<fileMappings/[remove/" + i4,keyword:"type",params:{type: "object"}};
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
const err37 = {instancePath:instancePath+"/<fileMappings/[remove",keyword:"type",params:{type: "array"}};
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
const err38 = {instancePath:instancePath+"/<fileMappings/[clear/" + i5,keyword:"additionalProperties",params:{additionalProperty: key8}};
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
const err39 = {instancePath:instancePath+"/<fileMappings/[clear/" + i5,keyword:"type",params:{type: "object"}};
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
const err40 = {instancePath:instancePath+"/<fileMappings/[clear",keyword:"type",params:{type: "array"}};
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
const err41 = {instancePath:instancePath+"/<fileMappings",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
if(data["<configurationEditing"] !== undefined){
let data21 = data["<configurationEditing"];
if(data21 && typeof data21 == "object" && !Array.isArray(data21)){
for(const key9 in data21){
if(!(((key9 === "[add") || (key9 === "[remove")) || (key9 === "[clear"))){
const err42 = {instancePath:instancePath+"/<configurationEditing",keyword:"additionalProperties",params:{additionalProperty: key9}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data21["[add"] !== undefined){
let data22 = data21["[add"];
if(Array.isArray(data22)){
const len6 = data22.length;
for(let i6=0; i6<len6; i6++){
let data23 = data22[i6];
if(data23 && typeof data23 == "object" && !Array.isArray(data23)){
if(data23["@module"] === undefined){
const err43 = {instancePath:instancePath+"/<configurationEditing/[add/" + i6,keyword:"required",params:{missingProperty: "@module"}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
for(const key10 in data23){
if(!(key10 === "@module")){
const err44 = {instancePath:instancePath+"/<configurationEditing/[add/" + i6,keyword:"additionalProperties",params:{additionalProperty: key10}};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data23["@module"] !== undefined){
let data24 = data23["@module"];
if(typeof data24 === "string"){
if(!pattern1.test(data24)){
const err45 = {instancePath:instancePath+"/<configurationEditing/[add/" + i6+"/@module",keyword:"pattern",params:{pattern: "[^]"}};
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
const err46 = {instancePath:instancePath+"/<configurationEditing/[add/" + i6+"/@module",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
}
else {
const err47 = {instancePath:instancePath+"/<configurationEditing/[add/" + i6,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
}
else {
const err48 = {instancePath:instancePath+"/<configurationEditing/[add",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(data21["[remove"] !== undefined){
let data25 = data21["[remove"];
if(Array.isArray(data25)){
const len7 = data25.length;
for(let i7=0; i7<len7; i7++){
let data26 = data25[i7];
if(data26 && typeof data26 == "object" && !Array.isArray(data26)){
if(Object.keys(data26).length < 1){
const err49 = {instancePath:instancePath+"/<configurationEditing/[remove/" + i7,keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
for(const key11 in data26){
if(!(key11 === "@module")){
const err50 = {instancePath:instancePath+"/<configurationEditing/[remove/" + i7,keyword:"additionalProperties",params:{additionalProperty: key11}};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
if(data26["@module"] !== undefined){
let data27 = data26["@module"];
if(typeof data27 === "string"){
if(!pattern1.test(data27)){
const err51 = {instancePath:instancePath+"/<configurationEditing/[remove/" + i7+"/@module",keyword:"pattern",params:{pattern: "[^]"}};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
else {
const err52 = {instancePath:instancePath+"/<configurationEditing/[remove/" + i7+"/@module",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
}
else {
const err53 = {instancePath:instancePath+"/<configurationEditing/[remove/" + i7,keyword:"type",params:{type: "object"}};
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
const err54 = {instancePath:instancePath+"/<configurationEditing/[remove",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
if(data21["[clear"] !== undefined){
let data28 = data21["[clear"];
if(Array.isArray(data28)){
const len8 = data28.length;
for(let i8=0; i8<len8; i8++){
let data29 = data28[i8];
if(data29 && typeof data29 == "object" && !Array.isArray(data29)){
for(const key12 in data29){
const err55 = {instancePath:instancePath+"/<configurationEditing/[clear/" + i8,keyword:"additionalProperties",params:{additionalProperty: key12}};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
else {
const err56 = {instancePath:instancePath+"/<configurationEditing/[clear/" + i8,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
}
else {
const err57 = {instancePath:instancePath+"/<configurationEditing/[clear",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
}
else {
const err58 = {instancePath:instancePath+"/<configurationEditing",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
if(data["<plugins"] !== undefined){
let data30 = data["<plugins"];
if(data30 && typeof data30 == "object" && !Array.isArray(data30)){
for(const key13 in data30){
if(!(func2.call(schema17.properties["<plugins"].properties, key13))){
const err59 = {instancePath:instancePath+"/<plugins",keyword:"additionalProperties",params:{additionalProperty: key13}};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
if(data30["@startTimeout"] !== undefined){
let data31 = data30["@startTimeout"];
if((typeof data31 == "number") && (isFinite(data31))){
if(data31 > 3600 || isNaN(data31)){
const err60 = {instancePath:instancePath+"/<plugins/@startTimeout",keyword:"maximum",params:{comparison: "<=", limit: 3600}};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
if(data31 < 1 || isNaN(data31)){
const err61 = {instancePath:instancePath+"/<plugins/@startTimeout",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
if((data31 - 1) % 1 !== 0 && data31 % 1 !== 0){
const err62 = {instancePath:instancePath+"/<plugins/@startTimeout",keyword:"granularity",params:{}};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
else {
const err63 = {instancePath:instancePath+"/<plugins/@startTimeout",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
if(data30["@shutdownTimeout"] !== undefined){
let data32 = data30["@shutdownTimeout"];
if((typeof data32 == "number") && (isFinite(data32))){
if(data32 > 3600 || isNaN(data32)){
const err64 = {instancePath:instancePath+"/<plugins/@shutdownTimeout",keyword:"maximum",params:{comparison: "<=", limit: 3600}};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
if(data32 < 1 || isNaN(data32)){
const err65 = {instancePath:instancePath+"/<plugins/@shutdownTimeout",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
if((data32 - 1) % 1 !== 0 && data32 % 1 !== 0){
const err66 = {instancePath:instancePath+"/<plugins/@shutdownTimeout",keyword:"granularity",params:{}};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
else {
const err67 = {instancePath:instancePath+"/<plugins/@shutdownTimeout",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
if(data30["@drainTimeout"] !== undefined){
let data33 = data30["@drainTimeout"];
if((typeof data33 == "number") && (isFinite(data33))){
if(data33 > 3600 || isNaN(data33)){
const err68 = {instancePath:instancePath+"/<plugins/@drainTimeout",keyword:"maximum",params:{comparison: "<=", limit: 3600}};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
if(data33 < 0 || isNaN(data33)){
const err69 = {instancePath:instancePath+"/<plugins/@drainTimeout",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
if((data33 - 0) % 1 !== 0){
const err70 = {instancePath:instancePath+"/<plugins/@drainTimeout",keyword:"granularity",params:{}};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
else {
const err71 = {instancePath:instancePath+"/<plugins/@drainTimeout",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
if(data30["@isolation"] !== undefined){
let data34 = data30["@isolation"];
if(!(((data34 === "inProcess") || (data34 === "worker")) || (data34 === "process"))){
const err72 = {instancePath:instancePath+"/<plugins/@isolation",keyword:"enum",params:{allowedValues: schema17.properties["<plugins"].properties["@isolation"].enum}};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
if(data30["@memoryLimitMB"] !== undefined){
let data35 = data30["@memoryLimitMB"];
if(!(((typeof data35 == "number") && (!(data35 % 1) && !isNaN(data35))) && (isFinite(data35)))){
const err73 = {instancePath:instancePath+"/<plugins/@memoryLimitMB",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
if((typeof data35 == "number") && (isFinite(data35))){
if(data35 > 1048576 || isNaN(data35)){
const err74 = {instancePath:instancePath+"/<plugins/@memoryLimitMB",keyword:"maximum",params:{comparison: "<=", limit: 1048576}};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
if(data35 < 0 || isNaN(data35)){
const err75 = {instancePath:instancePath+"/<plugins/@memoryLimitMB",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
}
if(data30["@cpuLimitPercent"] !== undefined){
let data36 = data30["@cpuLimitPercent"];
if(!(((typeof data36 == "number") && (!(data36 % 1) && !isNaN(data36))) && (isFinite(data36)))){
const err76 = {instancePath:instancePath+"/<plugins/@cpuLimitPercent",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
if((typeof data36 == "number") && (isFinite(data36))){
if(data36 > 6400 || isNaN(data36)){
const err77 = {instancePath:instancePath+"/<plugins/@cpuLimitPercent",keyword:"maximum",params:{comparison: "<=", limit: 6400}};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
if(data36 < 0 || isNaN(data36)){
const err78 = {instancePath:instancePath+"/<plugins/@cpuLimitPercent",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
}
}
if(data30["@hangTimeout"] !== undefined){
let data37 = data30["@hangTimeout"];
if((typeof data37 == "number") && (isFinite(data37))){
if(data37 > 3600 || isNaN(data37)){
const err79 = {instancePath:instancePath+"/<plugins/@hangTimeout",keyword:"maximum",params:{comparison: "<=", limit: 3600}};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
if(data37 < 1 || isNaN(data37)){
const err80 = {instancePath:instancePath+"/<plugins/@hangTimeout",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
if((data37 - 1) % 1 !== 0 && data37 % 1 !== 0){
const err81 = {instancePath:instancePath+"/<plugins/@hangTimeout",keyword:"granularity",params:{}};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
else {
const err82 = {instancePath:instancePath+"/<plugins/@hangTimeout",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
}
if(data30["[add"] !== undefined){
let data38 = data30["[add"];
if(Array.isArray(data38)){
const len9 = data38.length;
for(let i9=0; i9<len9; i9++){
let data39 = data38[i9];
if(data39 && typeof data39 == "object" && !Array.isArray(data39)){
if(data39["@name"] === undefined){
const err83 = {instancePath:instancePath+"/<plugins/[add/" + i9,keyword:"required",params:{missingProperty: "@name"}};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
for(const key14 in data39){
if(!((((((key14 === "@name") || (key14 === "@isolation")) || (key14 === "@memoryLimitMB")) || (key14 === "@cpuLimitPercent")) || (key14 === "@hangTimeout")) || (key14 === "@account"))){
const err84 = {instancePath:instancePath+"/<plugins/[add/" + i9,keyword:"additionalProperties",params:{additionalProperty: key14}};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
}
if(data39["@name"] !== undefined){
let data40 = data39["@name"];
if(typeof data40 === "string"){
if(!pattern1.test(data40)){
const err85 = {instancePath:instancePath+"/<plugins/[add/" + i9+"/@name",keyword:"pattern",params:{pattern: "[^]"}};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
}
else {
const err86 = {instancePath:instancePath+"/<plugins/[add/" + i9+"/@name",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
}
if(data39["@isolation"] !== undefined){
let data41 = data39["@isolation"];
if(!(((data41 === "inProcess") || (data41 === "worker")) || (data41 === "process"))){
const err87 = {instancePath:instancePath+"/<plugins/[add/" + i9+"/@isolation",keyword:"enum",params:{allowedValues: schema17.properties["<plugins"].properties["[add"].items.properties["@isolation"].enum}};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
}
if(data39["@memoryLimitMB"] !== undefined){
let data42 = data39["@memoryLimitMB"];
if(!(((typeof data42 == "number") && (!(data42 % 1) && !isNaN(data42))) && (isFinite(data42)))){
const err88 = {instancePath:instancePath+"/<plugins/[add/" + i9+"/@memoryLimitMB",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
if((typeof data42 == "number") && (isFinite(data42))){
if(data42 > 1048576 || isNaN(data42)){
const err89 = {instancePath:instancePath+"/<plugins/[add/" + i9+"/@memoryLimitMB",keyword:"maximum",params:{comparison: "<=", limit: 1048576}};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
if(data42 < 0 || isNaN(data42)){
const err90 = {instancePath:instancePath+"/<plugins/[add/" + i9+"/@memoryLimitMB",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
if(data39["@cpuLimitPercent"] !== undefined){
let data43 = data39["@cpuLimitPercent"];
if(!(((typeof data43 == "number") && (!(data43 % 1) && !isNaN(data43))) && (isFinite(data43)))){
const err91 = {instancePath:instancePath+"/<plugins/[add/" + i9+"/@cpuLimitPercent",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
if((typeof data43 == "number") && (isFinite(data43))){
if(data43 > 6400 || isNaN(data43)){
const err92 = {instancePath:instancePath+"/<plugins/[add/" + i9+"/@cpuLimitPercent",keyword:"maximum",params:{comparison: "<=", limit: 6400}};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
if(data43 < 0 || isNaN(data43)){
const err93 = {instancePath:instancePath+"/<plugins/[add/" + i9+"/@cpuLimitPercent",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
}
}
if(data39["@hangTimeout"] !== undefined){
let data44 = data39["@hangTimeout"];
if((typeof data44 == "number") && (isFinite(data44))){
if(data44 > 3600 || isNaN(data44)){
const err94 = {instancePath:instancePath+"/<plugins/[add/" + i9+"/@hangTimeout",keyword:"maximum",params:{comparison: "<=", limit: 3600}};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
if(data44 < 1 || isNaN(data44)){
const err95 = {instancePath:instancePath+"/<plugins/[add/" + i9+"/@hangTimeout",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
if((data44 - 1) % 1 !== 0 && data44 % 1 !== 0){
const err96 = {instancePath:instancePath+"/<plugins/[add/" + i9+"/@hangTimeout",keyword:"granularity",params:{}};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
}
else {
const err97 = {instancePath:instancePath+"/<plugins/[add/" + i9+"/@hangTimeout",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
}
if(data39["@account"] !== undefined){
let data45 = data39["@account"];
if(typeof data45 === "string"){
if(!pattern1.test(data45)){
const err98 = {instancePath:instancePath+"/<plugins/[add/" + i9+"/@account",keyword:"pattern",params:{pattern: "[^]"}};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
}
else {
const err99 = {instancePath:instancePath+"/<plugins/[add/" + i9+"/@account",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
}
}
else {
const err100 = {instancePath:instancePath+"/<plugins/[add/" + i9,keyword:"type",params:{type: "object"}};
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
else {
const err101 = {instancePath:instancePath+"/<plugins/[add",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
}
if(data30["[remove"] !== undefined){
let data46 = data30["[remove"];
if(Array.isArray(data46)){
const len10 = data46.length;
for(let i10=0; i10<len10; i10++){
let data47 = data46[i10];
if(data47 && typeof data47 == "object" && !Array.isArray(data47)){
if(Object.keys(data47).length < 1){
const err102 = {instancePath:instancePath+"/<plugins/[remove/" + i10,keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
for(const key15 in data47){
if(!(key15 === "@name")){
const err103 = {instancePath:instancePath+"/<plugins/[remove/" + i10,keyword:"additionalProperties",params:{additionalProperty: key15}};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
}
if(data47["@name"] !== undefined){
let data48 = data47["@name"];
if(typeof data48 === "string"){
if(!pattern1.test(data48)){
const err104 = {instancePath:instancePath+"/<plugins/[remove/" + i10+"/@name",keyword:"pattern",params:{pattern: "[^]"}};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
}
else {
const err105 = {instancePath:instancePath+"/<plugins/[remove/" + i10+"/@name",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
}
}
else {
const err106 = {instancePath:instancePath+"/<plugins/[remove/" + i10,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
}
}
else {
const err107 = {instancePath:instancePath+"/<plugins/[remove",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
}
if(data30["[clear"] !== undefined){
let data49 = data30["[clear"];
if(Array.isArray(data49)){
const len11 = data49.length;
for(let i11=0; i11<len11; i11++){
let data50 = data49[i11];
if(data50 && typeof data50 == "object" && !Array.isArray(data50)){
for(const key16 in data50){
const err108 = {instancePath:instancePath+"/<plugins/[clear/" + i11,keyword:"additionalProperties",params:{additionalProperty: key16}};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
}
else {
const err109 = {instancePath:instancePath+"/<plugins/[clear/" + i11,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
}
}
else {
const err110 = {instancePath:instancePath+"/<plugins/[clear",keyword:"type",params:{type: "array"}};
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
else {
const err111 = {instancePath:instancePath+"/<plugins",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
}
if(data["<authorization"] !== undefined){
let data51 = data["<authorization"];
if(data51 && typeof data51 == "object" && !Array.isArray(data51)){
for(const key17 in data51){
if(!(key17 === "@timeout")){
const err112 = {instancePath:instancePath+"/<authorization",keyword:"additionalProperties",params:{additionalProperty: key17}};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
}
if(data51["@timeout"] !== undefined){
let data52 = data51["@timeout"];
if((typeof data52 == "number") && (isFinite(data52))){
if(data52 > 3600 || isNaN(data52)){
const err113 = {instancePath:instancePath+"/<authorization/@timeout",keyword:"maximum",params:{comparison: "<=", limit: 3600}};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
if(data52 < 1 || isNaN(data52)){
const err114 = {instancePath:instancePath+"/<authorization/@timeout",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
if((data52 - 1) % 1 !== 0 && data52 % 1 !== 0){
const err115 = {instancePath:instancePath+"/<authorization/@timeout",keyword:"granularity",params:{}};
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
const err116 = {instancePath:instancePath+"/<authorization/@timeout",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
}
}
else {
const err117 = {instancePath:instancePath+"/<authorization",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
}
}
else {
const err118 = {instancePath,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
validate16.errors = vErrors;
return errors === 0;
}
exports.sections = new Map([
  ["system.applicationHost/sites", { fingerprint: "057dac8add5535", validate: exports.section0 }],
  ["system.webServer/handlers", { fingerprint: "030228460af4b8", validate: exports.section1 }],
  ["system.webServer/security/authentication/anonymousAuthentication", { fingerprint: "1cf59d7411d0ed", validate: exports.section2 }],
  ["system.webServer/security/authentication/basicAuthentication", { fingerprint: "0902884385601b", validate: exports.section3 }],
  ["system.webServer/system.management.wsmanagement.config", { fingerprint: "07aa9c863020b5", validate: exports.section4 }],
  ["system.applicationHost/listener", { fingerprint: "0176911d7185c9", validate: exports.section5 }],
  ["system.webServer/wsmanor", { fingerprint: "1af25bbcd9b3ee", validate: exports.section6 }],
]);
