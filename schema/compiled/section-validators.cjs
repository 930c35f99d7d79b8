// Generated from schema/*.xml by src/configuration/generate-validators.ts (npm run generate). Do not edit; a test compares.
"use strict";
exports.section0 = validate21;
const pattern0 = new RegExp("^[^/?]+$", "u");
const pattern1 = new RegExp("[^]", "u");

function validate25(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data["@protocol"] === undefined){
const err0 = {instancePath,keyword:"required",params:{missingProperty: "@protocol"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data["@bindingInformation"] === undefined){
const err1 = {instancePath,keyword:"required",params:{missingProperty: "@bindingInformation"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(((key0 === "@protocol") || (key0 === "@bindingInformation")) || (key0 === "@sslFlags"))){
const err2 = {instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data["@protocol"] !== undefined){
let data0 = data["@protocol"];
if(typeof data0 === "string"){
if(!pattern1.test(data0)){
const err3 = {instancePath:instancePath+"/@protocol",keyword:"pattern",params:{pattern: "[^]"}};
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
const err4 = {instancePath:instancePath+"/@protocol",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data["@bindingInformation"] !== undefined){
let data1 = data["@bindingInformation"];
if(typeof data1 === "string"){
if(!pattern1.test(data1)){
const err5 = {instancePath:instancePath+"/@bindingInformation",keyword:"pattern",params:{pattern: "[^]"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/@bindingInformation",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data["@sslFlags"] !== undefined){
let data2 = data["@sslFlags"];
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
const err7 = {instancePath:instancePath+"/@sslFlags",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 4294967295 || isNaN(data2)){
const err8 = {instancePath:instancePath+"/@sslFlags",keyword:"maximum",params:{comparison: "<=", limit: 4294967295}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data2 < 0 || isNaN(data2)){
const err9 = {instancePath:instancePath+"/@sslFlags",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
}
else {
const err10 = {instancePath,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate25.errors = vErrors;
return errors === 0;
}


function validate24(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((key0 === "[binding") || (key0 === "[clear"))){
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
if(data["[binding"] !== undefined){
let data0 = data["[binding"];
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(!(validate25(data0[i0], {instancePath:instancePath+"/[binding/" + i0,parentData:data0,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath:instancePath+"/[binding",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data["[clear"] !== undefined){
let data2 = data["[clear"];
if(Array.isArray(data2)){
const len1 = data2.length;
for(let i1=0; i1<len1; i1++){
let data3 = data2[i1];
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
for(const key1 in data3){
const err2 = {instancePath:instancePath+"/[clear/" + i1,keyword:"additionalProperties",params:{additionalProperty: key1}};
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
const err3 = {instancePath:instancePath+"/[clear/" + i1,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
else {
const err4 = {instancePath:instancePath+"/[clear",keyword:"type",params:{type: "array"}};
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
validate24.errors = vErrors;
return errors === 0;
}


function validate28(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((key0 === "@maxBandwidth") || (key0 === "@maxConnections")) || (key0 === "@connectionTimeout")) || (key0 === "@maxUrlSegments"))){
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
if(data["@maxBandwidth"] !== undefined){
let data0 = data["@maxBandwidth"];
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
const err1 = {instancePath:instancePath+"/@maxBandwidth",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
const _errs4 = errors;
const _errs5 = errors;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
const err2 = {};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(errors === _errs5){
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 1023 || isNaN(data0)){
const err3 = {};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
else {
if(data0 < 0 || isNaN(data0)){
const err4 = {};
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
}
var valid1 = _errs5 === errors;
if(valid1){
const err5 = {instancePath:instancePath+"/@maxBandwidth",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
else {
errors = _errs4;
if(vErrors !== null){
if(_errs4){
vErrors.length = _errs4;
}
else {
vErrors = null;
}
}
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 4294967295 || isNaN(data0)){
const err6 = {instancePath:instancePath+"/@maxBandwidth",keyword:"maximum",params:{comparison: "<=", limit: 4294967295}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data0 < 0 || isNaN(data0)){
const err7 = {instancePath:instancePath+"/@maxBandwidth",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
if(data["@maxConnections"] !== undefined){
let data1 = data["@maxConnections"];
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
const err8 = {instancePath:instancePath+"/@maxConnections",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 4294967295 || isNaN(data1)){
const err9 = {instancePath:instancePath+"/@maxConnections",keyword:"maximum",params:{comparison: "<=", limit: 4294967295}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data1 < 0 || isNaN(data1)){
const err10 = {instancePath:instancePath+"/@maxConnections",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
if(data["@connectionTimeout"] !== undefined){
let data2 = data["@connectionTimeout"];
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 65535 || isNaN(data2)){
const err11 = {instancePath:instancePath+"/@connectionTimeout",keyword:"maximum",params:{comparison: "<=", limit: 65535}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data2 < 0 || isNaN(data2)){
const err12 = {instancePath:instancePath+"/@connectionTimeout",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if((data2 - 0) % 1 !== 0){
const err13 = {instancePath:instancePath+"/@connectionTimeout",keyword:"granularity",params:{}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/@connectionTimeout",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data["@maxUrlSegments"] !== undefined){
let data3 = data["@maxUrlSegments"];
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
const err15 = {instancePath:instancePath+"/@maxUrlSegments",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 > 16383 || isNaN(data3)){
const err16 = {instancePath:instancePath+"/@maxUrlSegments",keyword:"maximum",params:{comparison: "<=", limit: 16383}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(data3 < 0 || isNaN(data3)){
const err17 = {instancePath:instancePath+"/@maxUrlSegments",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
}
else {
const err18 = {instancePath,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
validate28.errors = vErrors;
return errors === 0;
}

const schema12 = {"type":"object","properties":{"@logExtFileFlags":{"type":"array","items":{"enum":["Date","Time","ClientIP","UserName","SiteName","ComputerName","ServerIP","Method","UriStem","UriQuery","HttpStatus","Win32Status","BytesSent","BytesRecv","TimeTaken","ServerPort","UserAgent","Cookie","Referer","ProtocolVersion","Host","HttpSubStatus"]}},"@customLogPluginClsid":{"type":"string"},"@logFormat":{"enum":["IIS","NCSA","W3C","Custom"]},"@logTargetW3C":{"type":"array","items":{"enum":["File","ETW"]}},"@directory":{"type":"string","pattern":"[^]"},"@period":{"enum":["MaxSize","Daily","Weekly","Monthly","Hourly"]},"@truncateSize":{"type":["integer","string"],"if":{"type":"string"},"then":{"bigInteger":{"minimum":"1048576","maximum":"4294967295"}},"else":{"minimum":1048576,"maximum":4294967295}},"@localTimeRollover":{"type":"boolean"},"@enabled":{"type":"boolean"},"@logSiteId":{"type":"boolean"},"@flushByEntryCountW3CLog":{"type":"integer","minimum":0,"maximum":4294967295},"@maxLogLineLength":{"type":"integer","minimum":2,"maximum":65536},"<customFields":{"$ref":"#/$defs/e4"}},"additionalProperties":false};
const func2 = Object.prototype.hasOwnProperty;
const schema14 = {"type":"object","properties":{"@logFieldName":{"type":"string","pattern":"[^]"},"@sourceName":{"type":"string","pattern":"[^]"},"@sourceType":{"enum":["RequestHeader","ResponseHeader","ServerVariable"]}},"required":["@logFieldName","@sourceName","@sourceType"],"additionalProperties":false};

function validate32(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data["@logFieldName"] === undefined){
const err0 = {instancePath,keyword:"required",params:{missingProperty: "@logFieldName"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data["@sourceName"] === undefined){
const err1 = {instancePath,keyword:"required",params:{missingProperty: "@sourceName"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data["@sourceType"] === undefined){
const err2 = {instancePath,keyword:"required",params:{missingProperty: "@sourceType"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(((key0 === "@logFieldName") || (key0 === "@sourceName")) || (key0 === "@sourceType"))){
const err3 = {instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data["@logFieldName"] !== undefined){
let data0 = data["@logFieldName"];
if(typeof data0 === "string"){
if(!pattern1.test(data0)){
const err4 = {instancePath:instancePath+"/@logFieldName",keyword:"pattern",params:{pattern: "[^]"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/@logFieldName",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data["@sourceName"] !== undefined){
let data1 = data["@sourceName"];
if(typeof data1 === "string"){
if(!pattern1.test(data1)){
const err6 = {instancePath:instancePath+"/@sourceName",keyword:"pattern",params:{pattern: "[^]"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/@sourceName",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data["@sourceType"] !== undefined){
let data2 = data["@sourceType"];
if(!(((data2 === "RequestHeader") || (data2 === "ResponseHeader")) || (data2 === "ServerVariable"))){
const err8 = {instancePath:instancePath+"/@sourceType",keyword:"enum",params:{allowedValues: schema14.properties["@sourceType"].enum}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
validate32.errors = vErrors;
return errors === 0;
}


function validate31(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "@maxCustomFieldLength") || (key0 === "[add")) || (key0 === "[clear"))){
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
if(data["@maxCustomFieldLength"] !== undefined){
let data0 = data["@maxCustomFieldLength"];
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
const err1 = {instancePath:instancePath+"/@maxCustomFieldLength",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 65536 || isNaN(data0)){
const err2 = {instancePath:instancePath+"/@maxCustomFieldLength",keyword:"maximum",params:{comparison: "<=", limit: 65536}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data0 < 2 || isNaN(data0)){
const err3 = {instancePath:instancePath+"/@maxCustomFieldLength",keyword:"minimum",params:{comparison: ">=", limit: 2}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
if(data["[add"] !== undefined){
let data1 = data["[add"];
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
if(!(validate32(data1[i0], {instancePath:instancePath+"/[add/" + i0,parentData:data1,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
errors = vErrors.length;
}
}
}
else {
const err4 = {instancePath:instancePath+"/[add",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data["[clear"] !== undefined){
let data3 = data["[clear"];
if(Array.isArray(data3)){
const len1 = data3.length;
for(let i1=0; i1<len1; i1++){
let data4 = data3[i1];
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
for(const key1 in data4){
const err5 = {instancePath:instancePath+"/[clear/" + i1,keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/[clear/" + i1,keyword:"type",params:{type: "object"}};
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
else {
const err7 = {instancePath:instancePath+"/[clear",keyword:"type",params:{type: "array"}};
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
else {
const err8 = {instancePath,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate31.errors = vErrors;
return errors === 0;
}


function validate30(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema12.properties, key0))){
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
if(data["@logExtFileFlags"] !== undefined){
let data0 = data["@logExtFileFlags"];
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(!((((((((((((((((((((((data1 === "Date") || (data1 === "Time")) || (data1 === "ClientIP")) || (data1 === "UserName")) || (data1 === "SiteName")) || (data1 === "ComputerName")) || (data1 === "ServerIP")) || (data1 === "Method")) || (data1 === "UriStem")) || (data1 === "UriQuery")) || (data1 === "HttpStatus")) || (data1 === "Win32Status")) || (data1 === "BytesSent")) || (data1 === "BytesRecv")) || (data1 === "TimeTaken")) || (data1 === "ServerPort")) || (data1 === "UserAgent")) || (data1 === "Cookie")) || (data1 === "Referer")) || (data1 === "ProtocolVersion")) || (data1 === "Host")) || (data1 === "HttpSubStatus"))){
const err1 = {instancePath:instancePath+"/@logExtFileFlags/" + i0,keyword:"enum",params:{allowedValues: schema12.properties["@logExtFileFlags"].items.enum}};
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
const err2 = {instancePath:instancePath+"/@logExtFileFlags",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data["@customLogPluginClsid"] !== undefined){
if(typeof data["@customLogPluginClsid"] !== "string"){
const err3 = {instancePath:instancePath+"/@customLogPluginClsid",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data["@logFormat"] !== undefined){
let data3 = data["@logFormat"];
if(!((((data3 === "IIS") || (data3 === "NCSA")) || (data3 === "W3C")) || (data3 === "Custom"))){
const err4 = {instancePath:instancePath+"/@logFormat",keyword:"enum",params:{allowedValues: schema12.properties["@logFormat"].enum}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data["@logTargetW3C"] !== undefined){
let data4 = data["@logTargetW3C"];
if(Array.isArray(data4)){
const len1 = data4.length;
for(let i1=0; i1<len1; i1++){
let data5 = data4[i1];
if(!((data5 === "File") || (data5 === "ETW"))){
const err5 = {instancePath:instancePath+"/@logTargetW3C/" + i1,keyword:"enum",params:{allowedValues: schema12.properties["@logTargetW3C"].items.enum}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath:instancePath+"/@logTargetW3C",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data["@directory"] !== undefined){
let data6 = data["@directory"];
if(typeof data6 === "string"){
if(!pattern1.test(data6)){
const err7 = {instancePath:instancePath+"/@directory",keyword:"pattern",params:{pattern: "[^]"}};
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
const err8 = {instancePath:instancePath+"/@directory",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data["@period"] !== undefined){
let data7 = data["@period"];
if(!(((((data7 === "MaxSize") || (data7 === "Daily")) || (data7 === "Weekly")) || (data7 === "Monthly")) || (data7 === "Hourly"))){
const err9 = {instancePath:instancePath+"/@period",keyword:"enum",params:{allowedValues: schema12.properties["@period"].enum}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data["@truncateSize"] !== undefined){
let data8 = data["@truncateSize"];
if((!(((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8))) && (isFinite(data8)))) && (typeof data8 !== "string")){
const err10 = {instancePath:instancePath+"/@truncateSize",keyword:"type",params:{type: schema12.properties["@truncateSize"].type}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
const _errs16 = errors;
let valid5 = true;
const _errs17 = errors;
if(typeof data8 !== "string"){
const err11 = {};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
var _valid0 = _errs17 === errors;
errors = _errs16;
if(vErrors !== null){
if(_errs16){
vErrors.length = _errs16;
}
else {
vErrors = null;
}
}
let ifClause0;
if(_valid0){
const _errs19 = errors;
if(typeof data8 === "string"){
if(!/^-?[0-9]{16,20}$/.test(data8) || BigInt(data8) < BigInt("1048576") || BigInt(data8) > BigInt("4294967295")){
const err12 = {instancePath:instancePath+"/@truncateSize",keyword:"bigInteger",params:{}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
var _valid0 = _errs19 === errors;
valid5 = _valid0;
ifClause0 = "then";
}
else {
const _errs20 = errors;
if((typeof data8 == "number") && (isFinite(data8))){
if(data8 > 4294967295 || isNaN(data8)){
const err13 = {instancePath:instancePath+"/@truncateSize",keyword:"maximum",params:{comparison: "<=", limit: 4294967295}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(data8 < 1048576 || isNaN(data8)){
const err14 = {instancePath:instancePath+"/@truncateSize",keyword:"minimum",params:{comparison: ">=", limit: 1048576}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
var _valid0 = _errs20 === errors;
valid5 = _valid0;
ifClause0 = "else";
}
if(!valid5){
const err15 = {instancePath:instancePath+"/@truncateSize",keyword:"if",params:{failingKeyword: ifClause0}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data["@localTimeRollover"] !== undefined){
if(typeof data["@localTimeRollover"] !== "boolean"){
const err16 = {instancePath:instancePath+"/@localTimeRollover",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data["@enabled"] !== undefined){
if(typeof data["@enabled"] !== "boolean"){
const err17 = {instancePath:instancePath+"/@enabled",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data["@logSiteId"] !== undefined){
if(typeof data["@logSiteId"] !== "boolean"){
const err18 = {instancePath:instancePath+"/@logSiteId",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data["@flushByEntryCountW3CLog"] !== undefined){
let data12 = data["@flushByEntryCountW3CLog"];
if(!(((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12))) && (isFinite(data12)))){
const err19 = {instancePath:instancePath+"/@flushByEntryCountW3CLog",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if((typeof data12 == "number") && (isFinite(data12))){
if(data12 > 4294967295 || isNaN(data12)){
const err20 = {instancePath:instancePath+"/@flushByEntryCountW3CLog",keyword:"maximum",params:{comparison: "<=", limit: 4294967295}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(data12 < 0 || isNaN(data12)){
const err21 = {instancePath:instancePath+"/@flushByEntryCountW3CLog",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
if(data["@maxLogLineLength"] !== undefined){
let data13 = data["@maxLogLineLength"];
if(!(((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13))) && (isFinite(data13)))){
const err22 = {instancePath:instancePath+"/@maxLogLineLength",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if((typeof data13 == "number") && (isFinite(data13))){
if(data13 > 65536 || isNaN(data13)){
const err23 = {instancePath:instancePath+"/@maxLogLineLength",keyword:"maximum",params:{comparison: "<=", limit: 65536}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(data13 < 2 || isNaN(data13)){
const err24 = {instancePath:instancePath+"/@maxLogLineLength",keyword:"minimum",params:{comparison: ">=", limit: 2}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
if(data["<customFields"] !== undefined){
if(!(validate31(data["<customFields"], {instancePath:instancePath+"/<customFields",parentData:data,parentDataProperty:"<customFields",rootData}))){
vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
errors = vErrors.length;
}
}
}
else {
const err25 = {instancePath,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
validate30.errors = vErrors;
return errors === 0;
}


function validate36(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((key0 === "@enabled") || (key0 === "@directory")) || (key0 === "@maxLogFiles")) || (key0 === "@maxLogFileSizeKB")) || (key0 === "@customActionsEnabled"))){
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
if(data["@directory"] !== undefined){
if(typeof data["@directory"] !== "string"){
const err2 = {instancePath:instancePath+"/@directory",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data["@maxLogFiles"] !== undefined){
let data2 = data["@maxLogFiles"];
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
const err3 = {instancePath:instancePath+"/@maxLogFiles",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 10000 || isNaN(data2)){
const err4 = {instancePath:instancePath+"/@maxLogFiles",keyword:"maximum",params:{comparison: "<=", limit: 10000}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data2 < 1 || isNaN(data2)){
const err5 = {instancePath:instancePath+"/@maxLogFiles",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
if(data["@maxLogFileSizeKB"] !== undefined){
let data3 = data["@maxLogFileSizeKB"];
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
const err6 = {instancePath:instancePath+"/@maxLogFileSizeKB",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 > 1048576 || isNaN(data3)){
const err7 = {instancePath:instancePath+"/@maxLogFileSizeKB",keyword:"maximum",params:{comparison: "<=", limit: 1048576}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data3 < 0 || isNaN(data3)){
const err8 = {instancePath:instancePath+"/@maxLogFileSizeKB",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
if(data["@customActionsEnabled"] !== undefined){
if(typeof data["@customActionsEnabled"] !== "boolean"){
const err9 = {instancePath:instancePath+"/@customActionsEnabled",keyword:"type",params:{type: "boolean"}};
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
const err10 = {instancePath,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate36.errors = vErrors;
return errors === 0;
}


function validate23(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((((key0 === "@name") || (key0 === "@id")) || (key0 === "@serverAutoStart")) || (key0 === "<bindings")) || (key0 === "<limits")) || (key0 === "<logFile")) || (key0 === "<traceFailedRequestsLogging"))){
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
if(data["@name"] !== undefined){
let data0 = data["@name"];
if(typeof data0 === "string"){
if(!pattern0.test(data0)){
const err1 = {instancePath:instancePath+"/@name",keyword:"pattern",params:{pattern: "^[^/?]+$"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath:instancePath+"/@name",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data["@id"] !== undefined){
let data1 = data["@id"];
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
const err3 = {instancePath:instancePath+"/@id",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 4294967295 || isNaN(data1)){
const err4 = {instancePath:instancePath+"/@id",keyword:"maximum",params:{comparison: "<=", limit: 4294967295}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data1 < 0 || isNaN(data1)){
const err5 = {instancePath:instancePath+"/@id",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
if(data["@serverAutoStart"] !== undefined){
if(typeof data["@serverAutoStart"] !== "boolean"){
const err6 = {instancePath:instancePath+"/@serverAutoStart",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data["<bindings"] !== undefined){
if(!(validate24(data["<bindings"], {instancePath:instancePath+"/<bindings",parentData:data,parentDataProperty:"<bindings",rootData}))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
}
if(data["<limits"] !== undefined){
if(!(validate28(data["<limits"], {instancePath:instancePath+"/<limits",parentData:data,parentDataProperty:"<limits",rootData}))){
vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
errors = vErrors.length;
}
}
if(data["<logFile"] !== undefined){
if(!(validate30(data["<logFile"], {instancePath:instancePath+"/<logFile",parentData:data,parentDataProperty:"<logFile",rootData}))){
vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
errors = vErrors.length;
}
}
if(data["<traceFailedRequestsLogging"] !== undefined){
if(!(validate36(data["<traceFailedRequestsLogging"], {instancePath:instancePath+"/<traceFailedRequestsLogging",parentData:data,parentDataProperty:"<traceFailedRequestsLogging",rootData}))){
vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
errors = vErrors.length;
}
}
}
else {
const err7 = {instancePath,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
validate23.errors = vErrors;
return errors === 0;
}

const pattern6 = new RegExp("^/$|^(/(?!\\.{1,2}(/|$))[^/]+)+$", "u");
const pattern7 = new RegExp("^[^|<>&\"/\\\\\\[\\]+=;:,?*@]+$", "u");

function validate39(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((((key0 === "@path") || (key0 === "@applicationPool")) || (key0 === "@enabledProtocols")) || (key0 === "@serviceAutoStartEnabled")) || (key0 === "@serviceAutoStartProvider")) || (key0 === "@preloadEnabled"))){
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
if(data["@path"] !== undefined){
let data0 = data["@path"];
if(typeof data0 === "string"){
if(!pattern6.test(data0)){
const err1 = {instancePath:instancePath+"/@path",keyword:"pattern",params:{pattern: "^/$|^(/(?!\\.{1,2}(/|$))[^/]+)+$"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath:instancePath+"/@path",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data["@applicationPool"] !== undefined){
let data1 = data["@applicationPool"];
if(typeof data1 === "string"){
if(!pattern7.test(data1)){
const err3 = {instancePath:instancePath+"/@applicationPool",keyword:"pattern",params:{pattern: "^[^|<>&\"/\\\\\\[\\]+=;:,?*@]+$"}};
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
const err4 = {instancePath:instancePath+"/@applicationPool",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data["@enabledProtocols"] !== undefined){
if(typeof data["@enabledProtocols"] !== "string"){
const err5 = {instancePath:instancePath+"/@enabledProtocols",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data["@serviceAutoStartEnabled"] !== undefined){
if(typeof data["@serviceAutoStartEnabled"] !== "boolean"){
const err6 = {instancePath:instancePath+"/@serviceAutoStartEnabled",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data["@serviceAutoStartProvider"] !== undefined){
if(typeof data["@serviceAutoStartProvider"] !== "string"){
const err7 = {instancePath:instancePath+"/@serviceAutoStartProvider",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data["@preloadEnabled"] !== undefined){
if(typeof data["@preloadEnabled"] !== "boolean"){
const err8 = {instancePath:instancePath+"/@preloadEnabled",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
validate39.errors = vErrors;
return errors === 0;
}

const schema17 = {"type":"object","properties":{"@path":{"type":"string","pattern":"^/$|^(/(?!\\.{1,2}(/|$))[^/]+)+$"},"@physicalPath":{"type":"string"},"@userName":{"type":"string"},"@password":{"type":"string"},"@logonMethod":{"enum":["Interactive","Batch","Network","ClearText"]},"@allowSubDirConfig":{"type":"boolean"}},"additionalProperties":false};

function validate41(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((((key0 === "@path") || (key0 === "@physicalPath")) || (key0 === "@userName")) || (key0 === "@password")) || (key0 === "@logonMethod")) || (key0 === "@allowSubDirConfig"))){
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
if(data["@path"] !== undefined){
let data0 = data["@path"];
if(typeof data0 === "string"){
if(!pattern6.test(data0)){
const err1 = {instancePath:instancePath+"/@path",keyword:"pattern",params:{pattern: "^/$|^(/(?!\\.{1,2}(/|$))[^/]+)+$"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath:instancePath+"/@path",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data["@physicalPath"] !== undefined){
if(typeof data["@physicalPath"] !== "string"){
const err3 = {instancePath:instancePath+"/@physicalPath",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data["@userName"] !== undefined){
if(typeof data["@userName"] !== "string"){
const err4 = {instancePath:instancePath+"/@userName",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data["@password"] !== undefined){
if(typeof data["@password"] !== "string"){
const err5 = {instancePath:instancePath+"/@password",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data["@logonMethod"] !== undefined){
let data4 = data["@logonMethod"];
if(!((((data4 === "Interactive") || (data4 === "Batch")) || (data4 === "Network")) || (data4 === "ClearText"))){
const err6 = {instancePath:instancePath+"/@logonMethod",keyword:"enum",params:{allowedValues: schema17.properties["@logonMethod"].enum}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data["@allowSubDirConfig"] !== undefined){
if(typeof data["@allowSubDirConfig"] !== "boolean"){
const err7 = {instancePath:instancePath+"/@allowSubDirConfig",keyword:"type",params:{type: "boolean"}};
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
else {
const err8 = {instancePath,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate41.errors = vErrors;
return errors === 0;
}

const schema18 = {"type":"object","properties":{"@name":{"type":"string","pattern":"^[^/?]+$"},"@id":{"type":"integer","minimum":0,"maximum":4294967295},"@serverAutoStart":{"type":"boolean"},"<bindings":{"$ref":"#/$defs/e12"},"<limits":{"$ref":"#/$defs/e2"},"<logFile":{"$ref":"#/$defs/e5"},"<traceFailedRequestsLogging":{"$ref":"#/$defs/e6"},"<applicationDefaults":{"$ref":"#/$defs/e8"},"<virtualDirectoryDefaults":{"$ref":"#/$defs/e9"},"[application":{"type":"array","items":{"$ref":"#/$defs/e13"}}},"required":["@name","@id"],"additionalProperties":false};
const schema20 = {"type":"object","properties":{"@protocol":{"type":"string","pattern":"[^]"},"@bindingInformation":{"type":"string","pattern":"[^]"},"@sslFlags":{"type":"integer","minimum":0,"maximum":4294967295},"@certificateFile":{"type":"string"},"@keyFile":{"type":"string"},"@passphraseFile":{"type":"string"},"@clientCertificate":{"enum":["never","late","lateStrict","handshake"]},"@trustedIssuersFile":{"type":"string"},"@revocationListFile":{"type":"string"},"<proxy":{"$ref":"#/$defs/e10"}},"required":["@protocol","@bindingInformation"],"additionalProperties":false};
const schema21 = {"type":"object","properties":{"@kind":{"enum":["none","arr","ancm","httpPlatformHandler","iisnode","nginx","haproxy","envoy","rfc9440"]},"@from":{"type":"string"},"@tokenHeader":{"type":"string"},"@tokenEnvironment":{"type":"string"},"@tokenFile":{"type":"string"},"@hops":{"type":"integer","minimum":1,"maximum":32},"@oneToOne":{"type":"boolean"},"@forwardsUser":{"type":"boolean"},"@pathPrefix":{"type":"string"}},"additionalProperties":false};

function validate46(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema21.properties, key0))){
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
if(data["@kind"] !== undefined){
let data0 = data["@kind"];
if(!(((((((((data0 === "none") || (data0 === "arr")) || (data0 === "ancm")) || (data0 === "httpPlatformHandler")) || (data0 === "iisnode")) || (data0 === "nginx")) || (data0 === "haproxy")) || (data0 === "envoy")) || (data0 === "rfc9440"))){
const err1 = {instancePath:instancePath+"/@kind",keyword:"enum",params:{allowedValues: schema21.properties["@kind"].enum}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data["@from"] !== undefined){
if(typeof data["@from"] !== "string"){
const err2 = {instancePath:instancePath+"/@from",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data["@tokenHeader"] !== undefined){
if(typeof data["@tokenHeader"] !== "string"){
const err3 = {instancePath:instancePath+"/@tokenHeader",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data["@tokenEnvironment"] !== undefined){
if(typeof data["@tokenEnvironment"] !== "string"){
const err4 = {instancePath:instancePath+"/@tokenEnvironment",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data["@tokenFile"] !== undefined){
if(typeof data["@tokenFile"] !== "string"){
const err5 = {instancePath:instancePath+"/@tokenFile",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data["@hops"] !== undefined){
let data5 = data["@hops"];
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
const err6 = {instancePath:instancePath+"/@hops",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 > 32 || isNaN(data5)){
const err7 = {instancePath:instancePath+"/@hops",keyword:"maximum",params:{comparison: "<=", limit: 32}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data5 < 1 || isNaN(data5)){
const err8 = {instancePath:instancePath+"/@hops",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
if(data["@oneToOne"] !== undefined){
if(typeof data["@oneToOne"] !== "boolean"){
const err9 = {instancePath:instancePath+"/@oneToOne",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data["@forwardsUser"] !== undefined){
if(typeof data["@forwardsUser"] !== "boolean"){
const err10 = {instancePath:instancePath+"/@forwardsUser",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data["@pathPrefix"] !== undefined){
if(typeof data["@pathPrefix"] !== "string"){
const err11 = {instancePath:instancePath+"/@pathPrefix",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
validate46.errors = vErrors;
return errors === 0;
}


function validate45(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data["@protocol"] === undefined){
const err0 = {instancePath,keyword:"required",params:{missingProperty: "@protocol"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data["@bindingInformation"] === undefined){
const err1 = {instancePath,keyword:"required",params:{missingProperty: "@bindingInformation"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema20.properties, key0))){
const err2 = {instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data["@protocol"] !== undefined){
let data0 = data["@protocol"];
if(typeof data0 === "string"){
if(!pattern1.test(data0)){
const err3 = {instancePath:instancePath+"/@protocol",keyword:"pattern",params:{pattern: "[^]"}};
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
const err4 = {instancePath:instancePath+"/@protocol",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data["@bindingInformation"] !== undefined){
let data1 = data["@bindingInformation"];
if(typeof data1 === "string"){
if(!pattern1.test(data1)){
const err5 = {instancePath:instancePath+"/@bindingInformation",keyword:"pattern",params:{pattern: "[^]"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/@bindingInformation",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data["@sslFlags"] !== undefined){
let data2 = data["@sslFlags"];
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
const err7 = {instancePath:instancePath+"/@sslFlags",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 4294967295 || isNaN(data2)){
const err8 = {instancePath:instancePath+"/@sslFlags",keyword:"maximum",params:{comparison: "<=", limit: 4294967295}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data2 < 0 || isNaN(data2)){
const err9 = {instancePath:instancePath+"/@sslFlags",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
if(data["@certificateFile"] !== undefined){
if(typeof data["@certificateFile"] !== "string"){
const err10 = {instancePath:instancePath+"/@certificateFile",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data["@keyFile"] !== undefined){
if(typeof data["@keyFile"] !== "string"){
const err11 = {instancePath:instancePath+"/@keyFile",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data["@passphraseFile"] !== undefined){
if(typeof data["@passphraseFile"] !== "string"){
const err12 = {instancePath:instancePath+"/@passphraseFile",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data["@clientCertificate"] !== undefined){
let data6 = data["@clientCertificate"];
if(!((((data6 === "never") || (data6 === "late")) || (data6 === "lateStrict")) || (data6 === "handshake"))){
const err13 = {instancePath:instancePath+"/@clientCertificate",keyword:"enum",params:{allowedValues: schema20.properties["@clientCertificate"].enum}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data["@trustedIssuersFile"] !== undefined){
if(typeof data["@trustedIssuersFile"] !== "string"){
const err14 = {instancePath:instancePath+"/@trustedIssuersFile",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data["@revocationListFile"] !== undefined){
if(typeof data["@revocationListFile"] !== "string"){
const err15 = {instancePath:instancePath+"/@revocationListFile",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data["<proxy"] !== undefined){
if(!(validate46(data["<proxy"], {instancePath:instancePath+"/<proxy",parentData:data,parentDataProperty:"<proxy",rootData}))){
vErrors = vErrors === null ? validate46.errors : vErrors.concat(validate46.errors);
errors = vErrors.length;
}
}
}
else {
const err16 = {instancePath,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
validate45.errors = vErrors;
return errors === 0;
}


function validate44(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((key0 === "[binding") || (key0 === "[clear"))){
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
if(data["[binding"] !== undefined){
let data0 = data["[binding"];
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(!(validate45(data0[i0], {instancePath:instancePath+"/[binding/" + i0,parentData:data0,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate45.errors : vErrors.concat(validate45.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath:instancePath+"/[binding",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data["[clear"] !== undefined){
let data2 = data["[clear"];
if(Array.isArray(data2)){
const len1 = data2.length;
for(let i1=0; i1<len1; i1++){
let data3 = data2[i1];
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
for(const key1 in data3){
const err2 = {instancePath:instancePath+"/[clear/" + i1,keyword:"additionalProperties",params:{additionalProperty: key1}};
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
const err3 = {instancePath:instancePath+"/[clear/" + i1,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
else {
const err4 = {instancePath:instancePath+"/[clear",keyword:"type",params:{type: "array"}};
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
validate44.errors = vErrors;
return errors === 0;
}


function validate55(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data["@path"] === undefined){
const err0 = {instancePath,keyword:"required",params:{missingProperty: "@path"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((((((((key0 === "@path") || (key0 === "@applicationPool")) || (key0 === "@enabledProtocols")) || (key0 === "@serviceAutoStartEnabled")) || (key0 === "@serviceAutoStartProvider")) || (key0 === "@preloadEnabled")) || (key0 === "<virtualDirectoryDefaults")) || (key0 === "[virtualDirectory"))){
const err1 = {instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data["@path"] !== undefined){
let data0 = data["@path"];
if(typeof data0 === "string"){
if(!pattern6.test(data0)){
const err2 = {instancePath:instancePath+"/@path",keyword:"pattern",params:{pattern: "^/$|^(/(?!\\.{1,2}(/|$))[^/]+)+$"}};
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
const err3 = {instancePath:instancePath+"/@path",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data["@applicationPool"] !== undefined){
let data1 = data["@applicationPool"];
if(typeof data1 === "string"){
if(!pattern7.test(data1)){
const err4 = {instancePath:instancePath+"/@applicationPool",keyword:"pattern",params:{pattern: "^[^|<>&\"/\\\\\\[\\]+=;:,?*@]+$"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/@applicationPool",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data["@enabledProtocols"] !== undefined){
if(typeof data["@enabledProtocols"] !== "string"){
const err6 = {instancePath:instancePath+"/@enabledProtocols",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data["@serviceAutoStartEnabled"] !== undefined){
if(typeof data["@serviceAutoStartEnabled"] !== "boolean"){
const err7 = {instancePath:instancePath+"/@serviceAutoStartEnabled",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data["@serviceAutoStartProvider"] !== undefined){
if(typeof data["@serviceAutoStartProvider"] !== "string"){
const err8 = {instancePath:instancePath+"/@serviceAutoStartProvider",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data["@preloadEnabled"] !== undefined){
if(typeof data["@preloadEnabled"] !== "boolean"){
const err9 = {instancePath:instancePath+"/@preloadEnabled",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data["<virtualDirectoryDefaults"] !== undefined){
if(!(validate41(data["<virtualDirectoryDefaults"], {instancePath:instancePath+"/<virtualDirectoryDefaults",parentData:data,parentDataProperty:"<virtualDirectoryDefaults",rootData}))){
vErrors = vErrors === null ? validate41.errors : vErrors.concat(validate41.errors);
errors = vErrors.length;
}
}
if(data["[virtualDirectory"] !== undefined){
let data7 = data["[virtualDirectory"];
if(Array.isArray(data7)){
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
if(!(validate41(data7[i0], {instancePath:instancePath+"/[virtualDirectory/" + i0,parentData:data7,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate41.errors : vErrors.concat(validate41.errors);
errors = vErrors.length;
}
}
}
else {
const err10 = {instancePath:instancePath+"/[virtualDirectory",keyword:"type",params:{type: "array"}};
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
const err11 = {instancePath,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
validate55.errors = vErrors;
return errors === 0;
}


function validate43(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data["@name"] === undefined){
const err0 = {instancePath,keyword:"required",params:{missingProperty: "@name"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data["@id"] === undefined){
const err1 = {instancePath,keyword:"required",params:{missingProperty: "@id"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema18.properties, key0))){
const err2 = {instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data["@name"] !== undefined){
let data0 = data["@name"];
if(typeof data0 === "string"){
if(!pattern0.test(data0)){
const err3 = {instancePath:instancePath+"/@name",keyword:"pattern",params:{pattern: "^[^/?]+$"}};
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
const err4 = {instancePath:instancePath+"/@name",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data["@id"] !== undefined){
let data1 = data["@id"];
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
const err5 = {instancePath:instancePath+"/@id",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 4294967295 || isNaN(data1)){
const err6 = {instancePath:instancePath+"/@id",keyword:"maximum",params:{comparison: "<=", limit: 4294967295}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data1 < 0 || isNaN(data1)){
const err7 = {instancePath:instancePath+"/@id",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
if(data["@serverAutoStart"] !== undefined){
if(typeof data["@serverAutoStart"] !== "boolean"){
const err8 = {instancePath:instancePath+"/@serverAutoStart",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data["<bindings"] !== undefined){
if(!(validate44(data["<bindings"], {instancePath:instancePath+"/<bindings",parentData:data,parentDataProperty:"<bindings",rootData}))){
vErrors = vErrors === null ? validate44.errors : vErrors.concat(validate44.errors);
errors = vErrors.length;
}
}
if(data["<limits"] !== undefined){
if(!(validate28(data["<limits"], {instancePath:instancePath+"/<limits",parentData:data,parentDataProperty:"<limits",rootData}))){
vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
errors = vErrors.length;
}
}
if(data["<logFile"] !== undefined){
if(!(validate30(data["<logFile"], {instancePath:instancePath+"/<logFile",parentData:data,parentDataProperty:"<logFile",rootData}))){
vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
errors = vErrors.length;
}
}
if(data["<traceFailedRequestsLogging"] !== undefined){
if(!(validate36(data["<traceFailedRequestsLogging"], {instancePath:instancePath+"/<traceFailedRequestsLogging",parentData:data,parentDataProperty:"<traceFailedRequestsLogging",rootData}))){
vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
errors = vErrors.length;
}
}
if(data["<applicationDefaults"] !== undefined){
if(!(validate39(data["<applicationDefaults"], {instancePath:instancePath+"/<applicationDefaults",parentData:data,parentDataProperty:"<applicationDefaults",rootData}))){
vErrors = vErrors === null ? validate39.errors : vErrors.concat(validate39.errors);
errors = vErrors.length;
}
}
if(data["<virtualDirectoryDefaults"] !== undefined){
if(!(validate41(data["<virtualDirectoryDefaults"], {instancePath:instancePath+"/<virtualDirectoryDefaults",parentData:data,parentDataProperty:"<virtualDirectoryDefaults",rootData}))){
vErrors = vErrors === null ? validate41.errors : vErrors.concat(validate41.errors);
errors = vErrors.length;
}
}
if(data["[application"] !== undefined){
let data9 = data["[application"];
if(Array.isArray(data9)){
const len0 = data9.length;
for(let i0=0; i0<len0; i0++){
if(!(validate55(data9[i0], {instancePath:instancePath+"/[application/" + i0,parentData:data9,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
errors = vErrors.length;
}
}
}
else {
const err9 = {instancePath:instancePath+"/[application",keyword:"type",params:{type: "array"}};
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
const err10 = {instancePath,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate43.errors = vErrors;
return errors === 0;
}


function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
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
if(!(validate23(data["<siteDefaults"], {instancePath:instancePath+"/<siteDefaults",parentData:data,parentDataProperty:"<siteDefaults",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
}
if(data["<applicationDefaults"] !== undefined){
if(!(validate39(data["<applicationDefaults"], {instancePath:instancePath+"/<applicationDefaults",parentData:data,parentDataProperty:"<applicationDefaults",rootData}))){
vErrors = vErrors === null ? validate39.errors : vErrors.concat(validate39.errors);
errors = vErrors.length;
}
}
if(data["<virtualDirectoryDefaults"] !== undefined){
if(!(validate41(data["<virtualDirectoryDefaults"], {instancePath:instancePath+"/<virtualDirectoryDefaults",parentData:data,parentDataProperty:"<virtualDirectoryDefaults",rootData}))){
vErrors = vErrors === null ? validate41.errors : vErrors.concat(validate41.errors);
errors = vErrors.length;
}
}
if(data["[site"] !== undefined){
let data3 = data["[site"];
if(Array.isArray(data3)){
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
if(!(validate43(data3[i0], {instancePath:instancePath+"/[site/" + i0,parentData:data3,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate43.errors : vErrors.concat(validate43.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath:instancePath+"/[site",keyword:"type",params:{type: "array"}};
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
const err2 = {instancePath,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
validate22.errors = vErrors;
return errors === 0;
}


function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="system.applicationHost/sites" */;
let vErrors = null;
let errors = 0;
if(!(validate22(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
errors = vErrors.length;
}
validate21.errors = vErrors;
return errors === 0;
}

exports.section1 = validate61;
const schema24 = {"type":"object","properties":{"@accessPolicy":{"type":"array","items":{"enum":["None","Read","Write","Execute","Source","Script","NoRemoteWrite","NoRemoteRead","NoRemoteExecute","NoRemoteScript"]}},"[add":{"type":"array","items":{"$ref":"#/$defs/e0"}},"[remove":{"type":"array","items":{"type":"object","properties":{"@name":{"type":"string","pattern":"[^]"}},"minProperties":1,"additionalProperties":false}},"[clear":{"type":"array","items":{"type":"object","additionalProperties":false}}},"additionalProperties":false};
const schema25 = {"type":"object","properties":{"@name":{"type":"string","pattern":"[^]"},"@path":{"type":"string","pattern":"[^]"},"@verb":{"type":"string"},"@type":{"type":"string"},"@modules":{"type":"string"},"@scriptProcessor":{"type":"string"},"@resourceType":{"enum":["File","Directory","Either","Unspecified"]},"@requireAccess":{"enum":["None","Read","Write","Script","Execute"]},"@allowPathInfo":{"type":"boolean"},"@preCondition":{"type":"string"},"@responseBufferLimit":{"type":"integer","minimum":0,"maximum":4294967295}},"required":["@name","@path","@verb"],"additionalProperties":false};

function validate63(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data["@name"] === undefined){
const err0 = {instancePath,keyword:"required",params:{missingProperty: "@name"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data["@path"] === undefined){
const err1 = {instancePath,keyword:"required",params:{missingProperty: "@path"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data["@verb"] === undefined){
const err2 = {instancePath,keyword:"required",params:{missingProperty: "@verb"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema25.properties, key0))){
const err3 = {instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data["@name"] !== undefined){
let data0 = data["@name"];
if(typeof data0 === "string"){
if(!pattern1.test(data0)){
const err4 = {instancePath:instancePath+"/@name",keyword:"pattern",params:{pattern: "[^]"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/@name",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data["@path"] !== undefined){
let data1 = data["@path"];
if(typeof data1 === "string"){
if(!pattern1.test(data1)){
const err6 = {instancePath:instancePath+"/@path",keyword:"pattern",params:{pattern: "[^]"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/@path",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data["@verb"] !== undefined){
if(typeof data["@verb"] !== "string"){
const err8 = {instancePath:instancePath+"/@verb",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data["@type"] !== undefined){
if(typeof data["@type"] !== "string"){
const err9 = {instancePath:instancePath+"/@type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data["@modules"] !== undefined){
if(typeof data["@modules"] !== "string"){
const err10 = {instancePath:instancePath+"/@modules",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data["@scriptProcessor"] !== undefined){
if(typeof data["@scriptProcessor"] !== "string"){
const err11 = {instancePath:instancePath+"/@scriptProcessor",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data["@resourceType"] !== undefined){
let data6 = data["@resourceType"];
if(!((((data6 === "File") || (data6 === "Directory")) || (data6 === "Either")) || (data6 === "Unspecified"))){
const err12 = {instancePath:instancePath+"/@resourceType",keyword:"enum",params:{allowedValues: schema25.properties["@resourceType"].enum}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data["@requireAccess"] !== undefined){
let data7 = data["@requireAccess"];
if(!(((((data7 === "None") || (data7 === "Read")) || (data7 === "Write")) || (data7 === "Script")) || (data7 === "Execute"))){
const err13 = {instancePath:instancePath+"/@requireAccess",keyword:"enum",params:{allowedValues: schema25.properties["@requireAccess"].enum}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data["@allowPathInfo"] !== undefined){
if(typeof data["@allowPathInfo"] !== "boolean"){
const err14 = {instancePath:instancePath+"/@allowPathInfo",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data["@preCondition"] !== undefined){
if(typeof data["@preCondition"] !== "string"){
const err15 = {instancePath:instancePath+"/@preCondition",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data["@responseBufferLimit"] !== undefined){
let data10 = data["@responseBufferLimit"];
if(!(((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10))) && (isFinite(data10)))){
const err16 = {instancePath:instancePath+"/@responseBufferLimit",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if((typeof data10 == "number") && (isFinite(data10))){
if(data10 > 4294967295 || isNaN(data10)){
const err17 = {instancePath:instancePath+"/@responseBufferLimit",keyword:"maximum",params:{comparison: "<=", limit: 4294967295}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(data10 < 0 || isNaN(data10)){
const err18 = {instancePath:instancePath+"/@responseBufferLimit",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
validate63.errors = vErrors;
return errors === 0;
}


function validate62(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
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
const err1 = {instancePath:instancePath+"/@accessPolicy/" + i0,keyword:"enum",params:{allowedValues: schema24.properties["@accessPolicy"].items.enum}};
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
if(!(validate63(data2[i1], {instancePath:instancePath+"/[add/" + i1,parentData:data2,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors);
errors = vErrors.length;
}
}
}
else {
const err3 = {instancePath:instancePath+"/[add",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data["[remove"] !== undefined){
let data4 = data["[remove"];
if(Array.isArray(data4)){
const len2 = data4.length;
for(let i2=0; i2<len2; i2++){
let data5 = data4[i2];
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(Object.keys(data5).length < 1){
const err4 = {instancePath:instancePath+"/[remove/" + i2,keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
for(const key1 in data5){
if(!(key1 === "@name")){
const err5 = {instancePath:instancePath+"/[remove/" + i2,keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data5["@name"] !== undefined){
let data6 = data5["@name"];
if(typeof data6 === "string"){
if(!pattern1.test(data6)){
const err6 = {instancePath:instancePath+"/[remove/" + i2+"/@name",keyword:"pattern",params:{pattern: "[^]"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/[remove/" + i2+"/@name",keyword:"type",params:{type: "string"}};
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
else {
const err8 = {instancePath:instancePath+"/[remove/" + i2,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath:instancePath+"/[remove",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data["[clear"] !== undefined){
let data7 = data["[clear"];
if(Array.isArray(data7)){
const len3 = data7.length;
for(let i3=0; i3<len3; i3++){
let data8 = data7[i3];
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
for(const key2 in data8){
const err10 = {instancePath:instancePath+"/[clear/" + i3,keyword:"additionalProperties",params:{additionalProperty: key2}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/[clear/" + i3,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath:instancePath+"/[clear",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
else {
const err13 = {instancePath,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
validate62.errors = vErrors;
return errors === 0;
}


function validate61(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="system.webServer/handlers" */;
let vErrors = null;
let errors = 0;
if(!(validate62(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
validate61.errors = vErrors;
return errors === 0;
}

exports.section2 = validate66;
const schema27 = {"type":"object","properties":{"@enabled":{"type":"boolean"},"@userName":{"type":"string"},"@password":{"type":"string"},"@logonMethod":{"enum":["Interactive","Batch","Network","ClearText"]}},"additionalProperties":false};

function validate67(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
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
const err4 = {instancePath:instancePath+"/@logonMethod",keyword:"enum",params:{allowedValues: schema27.properties["@logonMethod"].enum}};
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
validate67.errors = vErrors;
return errors === 0;
}


function validate66(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="system.webServer/security/authentication/anonymousAuthentication" */;
let vErrors = null;
let errors = 0;
if(!(validate67(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate67.errors : vErrors.concat(validate67.errors);
errors = vErrors.length;
}
validate66.errors = vErrors;
return errors === 0;
}

exports.section3 = validate69;
const schema29 = {"type":"object","properties":{"@enabled":{"type":"boolean"},"@realm":{"type":"string"},"@defaultLogonDomain":{"type":"string"},"@logonMethod":{"enum":["Interactive","Batch","Network","ClearText"]}},"additionalProperties":false};

function validate70(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
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
const err4 = {instancePath:instancePath+"/@logonMethod",keyword:"enum",params:{allowedValues: schema29.properties["@logonMethod"].enum}};
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
validate70.errors = vErrors;
return errors === 0;
}


function validate69(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="system.webServer/security/authentication/basicAuthentication" */;
let vErrors = null;
let errors = 0;
if(!(validate70(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate70.errors : vErrors.concat(validate70.errors);
errors = vErrors.length;
}
validate69.errors = vErrors;
return errors === 0;
}

exports.section4 = validate72;

function validate75(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(key0 === "@value")){
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
if(data["@value"] !== undefined){
if(typeof data["@value"] !== "string"){
const err1 = {instancePath:instancePath+"/@value",keyword:"type",params:{type: "string"}};
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
const err2 = {instancePath,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
validate75.errors = vErrors;
return errors === 0;
}


function validate74(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "[add") || (key0 === "[remove")) || (key0 === "[clear"))){
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
if(data["[add"] !== undefined){
let data0 = data["[add"];
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(!(validate75(data0[i0], {instancePath:instancePath+"/[add/" + i0,parentData:data0,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate75.errors : vErrors.concat(validate75.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath:instancePath+"/[add",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data["[remove"] !== undefined){
let data2 = data["[remove"];
if(Array.isArray(data2)){
const len1 = data2.length;
for(let i1=0; i1<len1; i1++){
let data3 = data2[i1];
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(Object.keys(data3).length < 1){
const err2 = {instancePath:instancePath+"/[remove/" + i1,keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key1 in data3){
if(!(key1 === "@value")){
const err3 = {instancePath:instancePath+"/[remove/" + i1,keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data3["@value"] !== undefined){
if(typeof data3["@value"] !== "string"){
const err4 = {instancePath:instancePath+"/[remove/" + i1+"/@value",keyword:"type",params:{type: "string"}};
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
const err5 = {instancePath:instancePath+"/[remove/" + i1,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath:instancePath+"/[remove",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data["[clear"] !== undefined){
let data5 = data["[clear"];
if(Array.isArray(data5)){
const len2 = data5.length;
for(let i2=0; i2<len2; i2++){
let data6 = data5[i2];
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
for(const key2 in data6){
const err7 = {instancePath:instancePath+"/[clear/" + i2,keyword:"additionalProperties",params:{additionalProperty: key2}};
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
const err8 = {instancePath:instancePath+"/[clear/" + i2,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath:instancePath+"/[clear",keyword:"type",params:{type: "array"}};
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
const err10 = {instancePath,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate74.errors = vErrors;
return errors === 0;
}

const schema34 = {"type":"object","properties":{"@tokenChecking":{"enum":["None","Allow","Require"]},"@flags":{"type":"array","items":{"enum":["None","Proxy","NoServiceNameCheck","AllowDotlessSpn","ProxyCohosting"]}},"[spn":{"type":"array","items":{"$ref":"#/$defs/e2"}},"[removeSpn":{"type":"array","items":{"type":"object","properties":{"@name":{"type":"string","pattern":"[^]"}},"minProperties":1,"additionalProperties":false}},"[clearSpns":{"type":"array","items":{"type":"object","additionalProperties":false}}},"additionalProperties":false};

function validate79(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(key0 === "@name")){
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
if(data["@name"] !== undefined){
let data0 = data["@name"];
if(typeof data0 === "string"){
if(!pattern1.test(data0)){
const err1 = {instancePath:instancePath+"/@name",keyword:"pattern",params:{pattern: "[^]"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath:instancePath+"/@name",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
else {
const err3 = {instancePath,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
validate79.errors = vErrors;
return errors === 0;
}


function validate78(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((key0 === "@tokenChecking") || (key0 === "@flags")) || (key0 === "[spn")) || (key0 === "[removeSpn")) || (key0 === "[clearSpns"))){
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
if(data["@tokenChecking"] !== undefined){
let data0 = data["@tokenChecking"];
if(!(((data0 === "None") || (data0 === "Allow")) || (data0 === "Require"))){
const err1 = {instancePath:instancePath+"/@tokenChecking",keyword:"enum",params:{allowedValues: schema34.properties["@tokenChecking"].enum}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data["@flags"] !== undefined){
let data1 = data["@flags"];
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
if(!(((((data2 === "None") || (data2 === "Proxy")) || (data2 === "NoServiceNameCheck")) || (data2 === "AllowDotlessSpn")) || (data2 === "ProxyCohosting"))){
const err2 = {instancePath:instancePath+"/@flags/" + i0,keyword:"enum",params:{allowedValues: schema34.properties["@flags"].items.enum}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
else {
const err3 = {instancePath:instancePath+"/@flags",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data["[spn"] !== undefined){
let data3 = data["[spn"];
if(Array.isArray(data3)){
const len1 = data3.length;
for(let i1=0; i1<len1; i1++){
if(!(validate79(data3[i1], {instancePath:instancePath+"/[spn/" + i1,parentData:data3,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate79.errors : vErrors.concat(validate79.errors);
errors = vErrors.length;
}
}
}
else {
const err4 = {instancePath:instancePath+"/[spn",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data["[removeSpn"] !== undefined){
let data5 = data["[removeSpn"];
if(Array.isArray(data5)){
const len2 = data5.length;
for(let i2=0; i2<len2; i2++){
let data6 = data5[i2];
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(Object.keys(data6).length < 1){
const err5 = {instancePath:instancePath+"/[removeSpn/" + i2,keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
for(const key1 in data6){
if(!(key1 === "@name")){
const err6 = {instancePath:instancePath+"/[removeSpn/" + i2,keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data6["@name"] !== undefined){
let data7 = data6["@name"];
if(typeof data7 === "string"){
if(!pattern1.test(data7)){
const err7 = {instancePath:instancePath+"/[removeSpn/" + i2+"/@name",keyword:"pattern",params:{pattern: "[^]"}};
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
const err8 = {instancePath:instancePath+"/[removeSpn/" + i2+"/@name",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath:instancePath+"/[removeSpn/" + i2,keyword:"type",params:{type: "object"}};
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
const err10 = {instancePath:instancePath+"/[removeSpn",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data["[clearSpns"] !== undefined){
let data8 = data["[clearSpns"];
if(Array.isArray(data8)){
const len3 = data8.length;
for(let i3=0; i3<len3; i3++){
let data9 = data8[i3];
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
for(const key2 in data9){
const err11 = {instancePath:instancePath+"/[clearSpns/" + i3,keyword:"additionalProperties",params:{additionalProperty: key2}};
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
const err12 = {instancePath:instancePath+"/[clearSpns/" + i3,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
else {
const err13 = {instancePath:instancePath+"/[clearSpns",keyword:"type",params:{type: "array"}};
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
else {
const err14 = {instancePath,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
validate78.errors = vErrors;
return errors === 0;
}


function validate73(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((((key0 === "@enabled") || (key0 === "@authPersistSingleRequest")) || (key0 === "@authPersistNonNTLM")) || (key0 === "@useKernelMode")) || (key0 === "@useAppPoolCredentials")) || (key0 === "<providers")) || (key0 === "<extendedProtection"))){
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
if(data["@authPersistSingleRequest"] !== undefined){
if(typeof data["@authPersistSingleRequest"] !== "boolean"){
const err2 = {instancePath:instancePath+"/@authPersistSingleRequest",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data["@authPersistNonNTLM"] !== undefined){
if(typeof data["@authPersistNonNTLM"] !== "boolean"){
const err3 = {instancePath:instancePath+"/@authPersistNonNTLM",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data["@useKernelMode"] !== undefined){
if(typeof data["@useKernelMode"] !== "boolean"){
const err4 = {instancePath:instancePath+"/@useKernelMode",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data["@useAppPoolCredentials"] !== undefined){
if(typeof data["@useAppPoolCredentials"] !== "boolean"){
const err5 = {instancePath:instancePath+"/@useAppPoolCredentials",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data["<providers"] !== undefined){
if(!(validate74(data["<providers"], {instancePath:instancePath+"/<providers",parentData:data,parentDataProperty:"<providers",rootData}))){
vErrors = vErrors === null ? validate74.errors : vErrors.concat(validate74.errors);
errors = vErrors.length;
}
}
if(data["<extendedProtection"] !== undefined){
if(!(validate78(data["<extendedProtection"], {instancePath:instancePath+"/<extendedProtection",parentData:data,parentDataProperty:"<extendedProtection",rootData}))){
vErrors = vErrors === null ? validate78.errors : vErrors.concat(validate78.errors);
errors = vErrors.length;
}
}
}
else {
const err6 = {instancePath,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate73.errors = vErrors;
return errors === 0;
}


function validate72(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="system.webServer/security/authentication/windowsAuthentication" */;
let vErrors = null;
let errors = 0;
if(!(validate73(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate73.errors : vErrors.concat(validate73.errors);
errors = vErrors.length;
}
validate72.errors = vErrors;
return errors === 0;
}

exports.section5 = validate83;
const schema37 = {"type":"object","properties":{"@enabled":{"type":"boolean"},"@oneToOneCertificateMappingsEnabled":{"type":"boolean"},"@manyToOneCertificateMappingsEnabled":{"type":"boolean"},"@defaultLogonDomain":{"type":"string"},"@logonMethod":{"enum":["Interactive","Batch","Network","ClearText"]},"<manyToOneMappings":{"$ref":"#/$defs/e3"},"<oneToOneMappings":{"$ref":"#/$defs/e5"}},"additionalProperties":false};
const schema39 = {"type":"object","properties":{"@name":{"type":"string","pattern":"[^]"},"@description":{"type":"string"},"@enabled":{"type":"boolean"},"@permissionMode":{"enum":["Allow","Deny"]},"@userName":{"type":"string","pattern":"[^]"},"@password":{"type":"string"},"<rules":{"$ref":"#/$defs/e1"}},"required":["@name"],"additionalProperties":false};
const schema41 = {"type":"object","properties":{"@certificateField":{"enum":["Subject","Issuer"]},"@certificateSubField":{"type":"string"},"@matchCriteria":{"type":"string"},"@compareCaseSensitive":{"type":"boolean"}},"required":["@certificateField","@certificateSubField","@matchCriteria"],"additionalProperties":false};

function validate88(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data["@certificateField"] === undefined){
const err0 = {instancePath,keyword:"required",params:{missingProperty: "@certificateField"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data["@certificateSubField"] === undefined){
const err1 = {instancePath,keyword:"required",params:{missingProperty: "@certificateSubField"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data["@matchCriteria"] === undefined){
const err2 = {instancePath,keyword:"required",params:{missingProperty: "@matchCriteria"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "@certificateField") || (key0 === "@certificateSubField")) || (key0 === "@matchCriteria")) || (key0 === "@compareCaseSensitive"))){
const err3 = {instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data["@certificateField"] !== undefined){
let data0 = data["@certificateField"];
if(!((data0 === "Subject") || (data0 === "Issuer"))){
const err4 = {instancePath:instancePath+"/@certificateField",keyword:"enum",params:{allowedValues: schema41.properties["@certificateField"].enum}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data["@certificateSubField"] !== undefined){
if(typeof data["@certificateSubField"] !== "string"){
const err5 = {instancePath:instancePath+"/@certificateSubField",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data["@matchCriteria"] !== undefined){
if(typeof data["@matchCriteria"] !== "string"){
const err6 = {instancePath:instancePath+"/@matchCriteria",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data["@compareCaseSensitive"] !== undefined){
if(typeof data["@compareCaseSensitive"] !== "boolean"){
const err7 = {instancePath:instancePath+"/@compareCaseSensitive",keyword:"type",params:{type: "boolean"}};
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
else {
const err8 = {instancePath,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate88.errors = vErrors;
return errors === 0;
}


function validate87(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((key0 === "[add") || (key0 === "[clear"))){
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
if(data["[add"] !== undefined){
let data0 = data["[add"];
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(!(validate88(data0[i0], {instancePath:instancePath+"/[add/" + i0,parentData:data0,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate88.errors : vErrors.concat(validate88.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath:instancePath+"/[add",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data["[clear"] !== undefined){
let data2 = data["[clear"];
if(Array.isArray(data2)){
const len1 = data2.length;
for(let i1=0; i1<len1; i1++){
let data3 = data2[i1];
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
for(const key1 in data3){
const err2 = {instancePath:instancePath+"/[clear/" + i1,keyword:"additionalProperties",params:{additionalProperty: key1}};
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
const err3 = {instancePath:instancePath+"/[clear/" + i1,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
else {
const err4 = {instancePath:instancePath+"/[clear",keyword:"type",params:{type: "array"}};
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
validate87.errors = vErrors;
return errors === 0;
}


function validate86(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data["@name"] === undefined){
const err0 = {instancePath,keyword:"required",params:{missingProperty: "@name"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(((((((key0 === "@name") || (key0 === "@description")) || (key0 === "@enabled")) || (key0 === "@permissionMode")) || (key0 === "@userName")) || (key0 === "@password")) || (key0 === "<rules"))){
const err1 = {instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data["@name"] !== undefined){
let data0 = data["@name"];
if(typeof data0 === "string"){
if(!pattern1.test(data0)){
const err2 = {instancePath:instancePath+"/@name",keyword:"pattern",params:{pattern: "[^]"}};
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
const err3 = {instancePath:instancePath+"/@name",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data["@description"] !== undefined){
if(typeof data["@description"] !== "string"){
const err4 = {instancePath:instancePath+"/@description",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data["@enabled"] !== undefined){
if(typeof data["@enabled"] !== "boolean"){
const err5 = {instancePath:instancePath+"/@enabled",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data["@permissionMode"] !== undefined){
let data3 = data["@permissionMode"];
if(!((data3 === "Allow") || (data3 === "Deny"))){
const err6 = {instancePath:instancePath+"/@permissionMode",keyword:"enum",params:{allowedValues: schema39.properties["@permissionMode"].enum}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data["@userName"] !== undefined){
let data4 = data["@userName"];
if(typeof data4 === "string"){
if(!pattern1.test(data4)){
const err7 = {instancePath:instancePath+"/@userName",keyword:"pattern",params:{pattern: "[^]"}};
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
const err8 = {instancePath:instancePath+"/@userName",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data["@password"] !== undefined){
if(typeof data["@password"] !== "string"){
const err9 = {instancePath:instancePath+"/@password",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data["<rules"] !== undefined){
if(!(validate87(data["<rules"], {instancePath:instancePath+"/<rules",parentData:data,parentDataProperty:"<rules",rootData}))){
vErrors = vErrors === null ? validate87.errors : vErrors.concat(validate87.errors);
errors = vErrors.length;
}
}
}
else {
const err10 = {instancePath,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate86.errors = vErrors;
return errors === 0;
}


function validate85(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((key0 === "[add") || (key0 === "[clear"))){
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
if(data["[add"] !== undefined){
let data0 = data["[add"];
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(!(validate86(data0[i0], {instancePath:instancePath+"/[add/" + i0,parentData:data0,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate86.errors : vErrors.concat(validate86.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath:instancePath+"/[add",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data["[clear"] !== undefined){
let data2 = data["[clear"];
if(Array.isArray(data2)){
const len1 = data2.length;
for(let i1=0; i1<len1; i1++){
let data3 = data2[i1];
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
for(const key1 in data3){
const err2 = {instancePath:instancePath+"/[clear/" + i1,keyword:"additionalProperties",params:{additionalProperty: key1}};
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
const err3 = {instancePath:instancePath+"/[clear/" + i1,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
else {
const err4 = {instancePath:instancePath+"/[clear",keyword:"type",params:{type: "array"}};
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
validate85.errors = vErrors;
return errors === 0;
}


function validate94(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data["@certificate"] === undefined){
const err0 = {instancePath,keyword:"required",params:{missingProperty: "@certificate"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "@enabled") || (key0 === "@userName")) || (key0 === "@password")) || (key0 === "@certificate"))){
const err1 = {instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data["@enabled"] !== undefined){
if(typeof data["@enabled"] !== "boolean"){
const err2 = {instancePath:instancePath+"/@enabled",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data["@userName"] !== undefined){
if(typeof data["@userName"] !== "string"){
const err3 = {instancePath:instancePath+"/@userName",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data["@password"] !== undefined){
if(typeof data["@password"] !== "string"){
const err4 = {instancePath:instancePath+"/@password",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data["@certificate"] !== undefined){
if(typeof data["@certificate"] !== "string"){
const err5 = {instancePath:instancePath+"/@certificate",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate94.errors = vErrors;
return errors === 0;
}


function validate93(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((key0 === "[add") || (key0 === "[clear"))){
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
if(data["[add"] !== undefined){
let data0 = data["[add"];
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(!(validate94(data0[i0], {instancePath:instancePath+"/[add/" + i0,parentData:data0,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate94.errors : vErrors.concat(validate94.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath:instancePath+"/[add",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data["[clear"] !== undefined){
let data2 = data["[clear"];
if(Array.isArray(data2)){
const len1 = data2.length;
for(let i1=0; i1<len1; i1++){
let data3 = data2[i1];
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
for(const key1 in data3){
const err2 = {instancePath:instancePath+"/[clear/" + i1,keyword:"additionalProperties",params:{additionalProperty: key1}};
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
const err3 = {instancePath:instancePath+"/[clear/" + i1,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
else {
const err4 = {instancePath:instancePath+"/[clear",keyword:"type",params:{type: "array"}};
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
validate93.errors = vErrors;
return errors === 0;
}


function validate84(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((((key0 === "@enabled") || (key0 === "@oneToOneCertificateMappingsEnabled")) || (key0 === "@manyToOneCertificateMappingsEnabled")) || (key0 === "@defaultLogonDomain")) || (key0 === "@logonMethod")) || (key0 === "<manyToOneMappings")) || (key0 === "<oneToOneMappings"))){
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
if(data["@oneToOneCertificateMappingsEnabled"] !== undefined){
if(typeof data["@oneToOneCertificateMappingsEnabled"] !== "boolean"){
const err2 = {instancePath:instancePath+"/@oneToOneCertificateMappingsEnabled",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data["@manyToOneCertificateMappingsEnabled"] !== undefined){
if(typeof data["@manyToOneCertificateMappingsEnabled"] !== "boolean"){
const err3 = {instancePath:instancePath+"/@manyToOneCertificateMappingsEnabled",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data["@defaultLogonDomain"] !== undefined){
if(typeof data["@defaultLogonDomain"] !== "string"){
const err4 = {instancePath:instancePath+"/@defaultLogonDomain",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data["@logonMethod"] !== undefined){
let data4 = data["@logonMethod"];
if(!((((data4 === "Interactive") || (data4 === "Batch")) || (data4 === "Network")) || (data4 === "ClearText"))){
const err5 = {instancePath:instancePath+"/@logonMethod",keyword:"enum",params:{allowedValues: schema37.properties["@logonMethod"].enum}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data["<manyToOneMappings"] !== undefined){
if(!(validate85(data["<manyToOneMappings"], {instancePath:instancePath+"/<manyToOneMappings",parentData:data,parentDataProperty:"<manyToOneMappings",rootData}))){
vErrors = vErrors === null ? validate85.errors : vErrors.concat(validate85.errors);
errors = vErrors.length;
}
}
if(data["<oneToOneMappings"] !== undefined){
if(!(validate93(data["<oneToOneMappings"], {instancePath:instancePath+"/<oneToOneMappings",parentData:data,parentDataProperty:"<oneToOneMappings",rootData}))){
vErrors = vErrors === null ? validate93.errors : vErrors.concat(validate93.errors);
errors = vErrors.length;
}
}
}
else {
const err6 = {instancePath,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate84.errors = vErrors;
return errors === 0;
}


function validate83(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="system.webServer/security/authentication/iisClientCertificateMappingAuthentication" */;
let vErrors = null;
let errors = 0;
if(!(validate84(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate84.errors : vErrors.concat(validate84.errors);
errors = vErrors.length;
}
validate83.errors = vErrors;
return errors === 0;
}

exports.section6 = validate98;
const schema45 = {"type":"object","properties":{"@sslFlags":{"type":"array","items":{"enum":["None","Ssl","SslNegotiateCert","SslRequireCert","Ssl128"]}}},"additionalProperties":false};

function validate99(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(key0 === "@sslFlags")){
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
if(data["@sslFlags"] !== undefined){
let data0 = data["@sslFlags"];
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(!(((((data1 === "None") || (data1 === "Ssl")) || (data1 === "SslNegotiateCert")) || (data1 === "SslRequireCert")) || (data1 === "Ssl128"))){
const err1 = {instancePath:instancePath+"/@sslFlags/" + i0,keyword:"enum",params:{allowedValues: schema45.properties["@sslFlags"].items.enum}};
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
const err2 = {instancePath:instancePath+"/@sslFlags",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
else {
const err3 = {instancePath,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
validate99.errors = vErrors;
return errors === 0;
}


function validate98(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="system.webServer/security/access" */;
let vErrors = null;
let errors = 0;
if(!(validate99(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate99.errors : vErrors.concat(validate99.errors);
errors = vErrors.length;
}
validate98.errors = vErrors;
return errors === 0;
}

exports.section7 = validate101;
const schema48 = {"type":"object","properties":{"@accessType":{"enum":["Allow","Deny"]},"@users":{"type":"string"},"@roles":{"type":"string"},"@verbs":{"type":"string"}},"required":["@accessType"],"additionalProperties":false};

function validate103(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data["@accessType"] === undefined){
const err0 = {instancePath,keyword:"required",params:{missingProperty: "@accessType"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "@accessType") || (key0 === "@users")) || (key0 === "@roles")) || (key0 === "@verbs"))){
const err1 = {instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data["@accessType"] !== undefined){
let data0 = data["@accessType"];
if(!((data0 === "Allow") || (data0 === "Deny"))){
const err2 = {instancePath:instancePath+"/@accessType",keyword:"enum",params:{allowedValues: schema48.properties["@accessType"].enum}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data["@users"] !== undefined){
if(typeof data["@users"] !== "string"){
const err3 = {instancePath:instancePath+"/@users",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data["@roles"] !== undefined){
if(typeof data["@roles"] !== "string"){
const err4 = {instancePath:instancePath+"/@roles",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data["@verbs"] !== undefined){
if(typeof data["@verbs"] !== "string"){
const err5 = {instancePath:instancePath+"/@verbs",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate103.errors = vErrors;
return errors === 0;
}


function validate102(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((key0 === "@bypassLoginPages") || (key0 === "[add")) || (key0 === "[remove")) || (key0 === "[clear"))){
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
if(data["@bypassLoginPages"] !== undefined){
if(typeof data["@bypassLoginPages"] !== "boolean"){
const err1 = {instancePath:instancePath+"/@bypassLoginPages",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data["[add"] !== undefined){
let data1 = data["[add"];
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
if(!(validate103(data1[i0], {instancePath:instancePath+"/[add/" + i0,parentData:data1,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate103.errors : vErrors.concat(validate103.errors);
errors = vErrors.length;
}
}
}
else {
const err2 = {instancePath:instancePath+"/[add",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data["[remove"] !== undefined){
let data3 = data["[remove"];
if(Array.isArray(data3)){
const len1 = data3.length;
for(let i1=0; i1<len1; i1++){
let data4 = data3[i1];
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(Object.keys(data4).length < 1){
const err3 = {instancePath:instancePath+"/[remove/" + i1,keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
for(const key1 in data4){
if(!(((key1 === "@users") || (key1 === "@roles")) || (key1 === "@verbs"))){
const err4 = {instancePath:instancePath+"/[remove/" + i1,keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data4["@users"] !== undefined){
if(data4["@roles"] === undefined){
const err5 = {instancePath:instancePath+"/[remove/" + i1,keyword:"dependencies",params:{property: "@users",
    missingProperty: "@roles",
    depsCount: 2,
    deps: "@roles, @verbs"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data4["@verbs"] === undefined){
const err6 = {instancePath:instancePath+"/[remove/" + i1,keyword:"dependencies",params:{property: "@users",
    missingProperty: "@verbs",
    depsCount: 2,
    deps: "@roles, @verbs"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data4["@roles"] !== undefined){
if(data4["@users"] === undefined){
const err7 = {instancePath:instancePath+"/[remove/" + i1,keyword:"dependencies",params:{property: "@roles",
    missingProperty: "@users",
    depsCount: 2,
    deps: "@users, @verbs"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data4["@verbs"] === undefined){
const err8 = {instancePath:instancePath+"/[remove/" + i1,keyword:"dependencies",params:{property: "@roles",
    missingProperty: "@verbs",
    depsCount: 2,
    deps: "@users, @verbs"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data4["@verbs"] !== undefined){
if(data4["@users"] === undefined){
const err9 = {instancePath:instancePath+"/[remove/" + i1,keyword:"dependencies",params:{property: "@verbs",
    missingProperty: "@users",
    depsCount: 2,
    deps: "@users, @roles"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data4["@roles"] === undefined){
const err10 = {instancePath:instancePath+"/[remove/" + i1,keyword:"dependencies",params:{property: "@verbs",
    missingProperty: "@roles",
    depsCount: 2,
    deps: "@users, @roles"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data4["@users"] !== undefined){
if(typeof data4["@users"] !== "string"){
const err11 = {instancePath:instancePath+"/[remove/" + i1+"/@users",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data4["@roles"] !== undefined){
if(typeof data4["@roles"] !== "string"){
const err12 = {instancePath:instancePath+"/[remove/" + i1+"/@roles",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data4["@verbs"] !== undefined){
if(typeof data4["@verbs"] !== "string"){
const err13 = {instancePath:instancePath+"/[remove/" + i1+"/@verbs",keyword:"type",params:{type: "string"}};
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
else {
const err14 = {instancePath:instancePath+"/[remove/" + i1,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
else {
const err15 = {instancePath:instancePath+"/[remove",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data["[clear"] !== undefined){
let data8 = data["[clear"];
if(Array.isArray(data8)){
const len2 = data8.length;
for(let i2=0; i2<len2; i2++){
let data9 = data8[i2];
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
for(const key2 in data9){
const err16 = {instancePath:instancePath+"/[clear/" + i2,keyword:"additionalProperties",params:{additionalProperty: key2}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/[clear/" + i2,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
else {
const err18 = {instancePath:instancePath+"/[clear",keyword:"type",params:{type: "array"}};
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
validate102.errors = vErrors;
return errors === 0;
}


function validate101(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="system.webServer/security/authorization" */;
let vErrors = null;
let errors = 0;
if(!(validate102(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate102.errors : vErrors.concat(validate102.errors);
errors = vErrors.length;
}
validate101.errors = vErrors;
return errors === 0;
}

exports.section8 = validate106;
const schema50 = {"type":"object","properties":{"@enableReverseDns":{"type":"boolean"},"@allowUnlisted":{"type":"boolean"},"@enableProxyMode":{"type":"boolean"},"@denyAction":{"enum":["AbortRequest","Unauthorized","Forbidden","NotFound"]},"[add":{"type":"array","items":{"$ref":"#/$defs/e0"}},"[remove":{"type":"array","items":{"type":"object","properties":{"@ipAddress":{"type":"string"},"@subnetMask":{"type":"string"},"@domainName":{"type":"string"}},"minProperties":1,"dependencies":{"@ipAddress":["@subnetMask","@domainName"],"@subnetMask":["@ipAddress","@domainName"],"@domainName":["@ipAddress","@subnetMask"]},"additionalProperties":false}},"[clear":{"type":"array","items":{"type":"object","additionalProperties":false}}},"additionalProperties":false};

function validate108(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((key0 === "@ipAddress") || (key0 === "@subnetMask")) || (key0 === "@domainName")) || (key0 === "@allowed"))){
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
if(data["@ipAddress"] !== undefined){
if(typeof data["@ipAddress"] !== "string"){
const err1 = {instancePath:instancePath+"/@ipAddress",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data["@subnetMask"] !== undefined){
if(typeof data["@subnetMask"] !== "string"){
const err2 = {instancePath:instancePath+"/@subnetMask",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data["@domainName"] !== undefined){
if(typeof data["@domainName"] !== "string"){
const err3 = {instancePath:instancePath+"/@domainName",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data["@allowed"] !== undefined){
if(typeof data["@allowed"] !== "boolean"){
const err4 = {instancePath:instancePath+"/@allowed",keyword:"type",params:{type: "boolean"}};
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
validate108.errors = vErrors;
return errors === 0;
}


function validate107(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((((key0 === "@enableReverseDns") || (key0 === "@allowUnlisted")) || (key0 === "@enableProxyMode")) || (key0 === "@denyAction")) || (key0 === "[add")) || (key0 === "[remove")) || (key0 === "[clear"))){
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
if(data["@enableReverseDns"] !== undefined){
if(typeof data["@enableReverseDns"] !== "boolean"){
const err1 = {instancePath:instancePath+"/@enableReverseDns",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data["@allowUnlisted"] !== undefined){
if(typeof data["@allowUnlisted"] !== "boolean"){
const err2 = {instancePath:instancePath+"/@allowUnlisted",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data["@enableProxyMode"] !== undefined){
if(typeof data["@enableProxyMode"] !== "boolean"){
const err3 = {instancePath:instancePath+"/@enableProxyMode",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data["@denyAction"] !== undefined){
let data3 = data["@denyAction"];
if(!((((data3 === "AbortRequest") || (data3 === "Unauthorized")) || (data3 === "Forbidden")) || (data3 === "NotFound"))){
const err4 = {instancePath:instancePath+"/@denyAction",keyword:"enum",params:{allowedValues: schema50.properties["@denyAction"].enum}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data["[add"] !== undefined){
let data4 = data["[add"];
if(Array.isArray(data4)){
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
if(!(validate108(data4[i0], {instancePath:instancePath+"/[add/" + i0,parentData:data4,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate108.errors : vErrors.concat(validate108.errors);
errors = vErrors.length;
}
}
}
else {
const err5 = {instancePath:instancePath+"/[add",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data["[remove"] !== undefined){
let data6 = data["[remove"];
if(Array.isArray(data6)){
const len1 = data6.length;
for(let i1=0; i1<len1; i1++){
let data7 = data6[i1];
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
if(Object.keys(data7).length < 1){
const err6 = {instancePath:instancePath+"/[remove/" + i1,keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
for(const key1 in data7){
if(!(((key1 === "@ipAddress") || (key1 === "@subnetMask")) || (key1 === "@domainName"))){
const err7 = {instancePath:instancePath+"/[remove/" + i1,keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data7["@ipAddress"] !== undefined){
if(data7["@subnetMask"] === undefined){
const err8 = {instancePath:instancePath+"/[remove/" + i1,keyword:"dependencies",params:{property: "@ipAddress",
    missingProperty: "@subnetMask",
    depsCount: 2,
    deps: "@subnetMask, @domainName"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data7["@domainName"] === undefined){
const err9 = {instancePath:instancePath+"/[remove/" + i1,keyword:"dependencies",params:{property: "@ipAddress",
    missingProperty: "@domainName",
    depsCount: 2,
    deps: "@subnetMask, @domainName"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data7["@subnetMask"] !== undefined){
if(data7["@ipAddress"] === undefined){
const err10 = {instancePath:instancePath+"/[remove/" + i1,keyword:"dependencies",params:{property: "@subnetMask",
    missingProperty: "@ipAddress",
    depsCount: 2,
    deps: "@ipAddress, @domainName"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data7["@domainName"] === undefined){
const err11 = {instancePath:instancePath+"/[remove/" + i1,keyword:"dependencies",params:{property: "@subnetMask",
    missingProperty: "@domainName",
    depsCount: 2,
    deps: "@ipAddress, @domainName"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data7["@domainName"] !== undefined){
if(data7["@ipAddress"] === undefined){
const err12 = {instancePath:instancePath+"/[remove/" + i1,keyword:"dependencies",params:{property: "@domainName",
    missingProperty: "@ipAddress",
    depsCount: 2,
    deps: "@ipAddress, @subnetMask"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(data7["@subnetMask"] === undefined){
const err13 = {instancePath:instancePath+"/[remove/" + i1,keyword:"dependencies",params:{property: "@domainName",
    missingProperty: "@subnetMask",
    depsCount: 2,
    deps: "@ipAddress, @subnetMask"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data7["@ipAddress"] !== undefined){
if(typeof data7["@ipAddress"] !== "string"){
const err14 = {instancePath:instancePath+"/[remove/" + i1+"/@ipAddress",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data7["@subnetMask"] !== undefined){
if(typeof data7["@subnetMask"] !== "string"){
const err15 = {instancePath:instancePath+"/[remove/" + i1+"/@subnetMask",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data7["@domainName"] !== undefined){
if(typeof data7["@domainName"] !== "string"){
const err16 = {instancePath:instancePath+"/[remove/" + i1+"/@domainName",keyword:"type",params:{type: "string"}};
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
const err17 = {instancePath:instancePath+"/[remove/" + i1,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
else {
const err18 = {instancePath:instancePath+"/[remove",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data["[clear"] !== undefined){
let data11 = data["[clear"];
if(Array.isArray(data11)){
const len2 = data11.length;
for(let i2=0; i2<len2; i2++){
let data12 = data11[i2];
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
for(const key2 in data12){
const err19 = {instancePath:instancePath+"/[clear/" + i2,keyword:"additionalProperties",params:{additionalProperty: key2}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
else {
const err20 = {instancePath:instancePath+"/[clear/" + i2,keyword:"type",params:{type: "object"}};
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
const err21 = {instancePath:instancePath+"/[clear",keyword:"type",params:{type: "array"}};
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
else {
const err22 = {instancePath,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
validate107.errors = vErrors;
return errors === 0;
}


function validate106(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="system.webServer/security/ipSecurity" */;
let vErrors = null;
let errors = 0;
if(!(validate107(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate107.errors : vErrors.concat(validate107.errors);
errors = vErrors.length;
}
validate106.errors = vErrors;
return errors === 0;
}

exports.section9 = validate111;

function validate113(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data["@name"] === undefined){
const err0 = {instancePath,keyword:"required",params:{missingProperty: "@name"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(((key0 === "@name") || (key0 === "@image")) || (key0 === "@preCondition"))){
const err1 = {instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data["@name"] !== undefined){
if(typeof data["@name"] !== "string"){
const err2 = {instancePath:instancePath+"/@name",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data["@image"] !== undefined){
if(typeof data["@image"] !== "string"){
const err3 = {instancePath:instancePath+"/@image",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data["@preCondition"] !== undefined){
if(typeof data["@preCondition"] !== "string"){
const err4 = {instancePath:instancePath+"/@preCondition",keyword:"type",params:{type: "string"}};
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
validate113.errors = vErrors;
return errors === 0;
}


function validate112(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "[add") || (key0 === "[remove")) || (key0 === "[clear"))){
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
if(data["[add"] !== undefined){
let data0 = data["[add"];
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(!(validate113(data0[i0], {instancePath:instancePath+"/[add/" + i0,parentData:data0,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate113.errors : vErrors.concat(validate113.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath:instancePath+"/[add",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data["[remove"] !== undefined){
let data2 = data["[remove"];
if(Array.isArray(data2)){
const len1 = data2.length;
for(let i1=0; i1<len1; i1++){
let data3 = data2[i1];
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(Object.keys(data3).length < 1){
const err2 = {instancePath:instancePath+"/[remove/" + i1,keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key1 in data3){
if(!(key1 === "@name")){
const err3 = {instancePath:instancePath+"/[remove/" + i1,keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data3["@name"] !== undefined){
if(typeof data3["@name"] !== "string"){
const err4 = {instancePath:instancePath+"/[remove/" + i1+"/@name",keyword:"type",params:{type: "string"}};
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
const err5 = {instancePath:instancePath+"/[remove/" + i1,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath:instancePath+"/[remove",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data["[clear"] !== undefined){
let data5 = data["[clear"];
if(Array.isArray(data5)){
const len2 = data5.length;
for(let i2=0; i2<len2; i2++){
let data6 = data5[i2];
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
for(const key2 in data6){
const err7 = {instancePath:instancePath+"/[clear/" + i2,keyword:"additionalProperties",params:{additionalProperty: key2}};
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
const err8 = {instancePath:instancePath+"/[clear/" + i2,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath:instancePath+"/[clear",keyword:"type",params:{type: "array"}};
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
const err10 = {instancePath,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate112.errors = vErrors;
return errors === 0;
}


function validate111(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="system.webServer/globalModules" */;
let vErrors = null;
let errors = 0;
if(!(validate112(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate112.errors : vErrors.concat(validate112.errors);
errors = vErrors.length;
}
validate111.errors = vErrors;
return errors === 0;
}

exports.section10 = validate116;

function validate118(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data["@name"] === undefined){
const err0 = {instancePath,keyword:"required",params:{missingProperty: "@name"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(((key0 === "@name") || (key0 === "@type")) || (key0 === "@preCondition"))){
const err1 = {instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data["@name"] !== undefined){
let data0 = data["@name"];
if(typeof data0 === "string"){
if(!pattern1.test(data0)){
const err2 = {instancePath:instancePath+"/@name",keyword:"pattern",params:{pattern: "[^]"}};
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
const err3 = {instancePath:instancePath+"/@name",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data["@type"] !== undefined){
if(typeof data["@type"] !== "string"){
const err4 = {instancePath:instancePath+"/@type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data["@preCondition"] !== undefined){
if(typeof data["@preCondition"] !== "string"){
const err5 = {instancePath:instancePath+"/@preCondition",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate118.errors = vErrors;
return errors === 0;
}


function validate117(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((key0 === "@runAllManagedModulesForAllRequests") || (key0 === "@runManagedModulesForWebDavRequests")) || (key0 === "[add")) || (key0 === "[remove")) || (key0 === "[clear"))){
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
if(data["@runAllManagedModulesForAllRequests"] !== undefined){
if(typeof data["@runAllManagedModulesForAllRequests"] !== "boolean"){
const err1 = {instancePath:instancePath+"/@runAllManagedModulesForAllRequests",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data["@runManagedModulesForWebDavRequests"] !== undefined){
if(typeof data["@runManagedModulesForWebDavRequests"] !== "boolean"){
const err2 = {instancePath:instancePath+"/@runManagedModulesForWebDavRequests",keyword:"type",params:{type: "boolean"}};
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
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
if(!(validate118(data2[i0], {instancePath:instancePath+"/[add/" + i0,parentData:data2,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate118.errors : vErrors.concat(validate118.errors);
errors = vErrors.length;
}
}
}
else {
const err3 = {instancePath:instancePath+"/[add",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data["[remove"] !== undefined){
let data4 = data["[remove"];
if(Array.isArray(data4)){
const len1 = data4.length;
for(let i1=0; i1<len1; i1++){
let data5 = data4[i1];
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(Object.keys(data5).length < 1){
const err4 = {instancePath:instancePath+"/[remove/" + i1,keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
for(const key1 in data5){
if(!(key1 === "@name")){
const err5 = {instancePath:instancePath+"/[remove/" + i1,keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data5["@name"] !== undefined){
let data6 = data5["@name"];
if(typeof data6 === "string"){
if(!pattern1.test(data6)){
const err6 = {instancePath:instancePath+"/[remove/" + i1+"/@name",keyword:"pattern",params:{pattern: "[^]"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/[remove/" + i1+"/@name",keyword:"type",params:{type: "string"}};
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
else {
const err8 = {instancePath:instancePath+"/[remove/" + i1,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath:instancePath+"/[remove",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data["[clear"] !== undefined){
let data7 = data["[clear"];
if(Array.isArray(data7)){
const len2 = data7.length;
for(let i2=0; i2<len2; i2++){
let data8 = data7[i2];
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
for(const key2 in data8){
const err10 = {instancePath:instancePath+"/[clear/" + i2,keyword:"additionalProperties",params:{additionalProperty: key2}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/[clear/" + i2,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath:instancePath+"/[clear",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
else {
const err13 = {instancePath,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
validate117.errors = vErrors;
return errors === 0;
}


function validate116(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="system.webServer/modules" */;
let vErrors = null;
let errors = 0;
if(!(validate117(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate117.errors : vErrors.concat(validate117.errors);
errors = vErrors.length;
}
validate116.errors = vErrors;
return errors === 0;
}

exports.section11 = validate121;
const schema59 = {"type":"object","properties":{"@enabled":{"type":"boolean"},"@appConcurrentRequestLimit":{"type":"integer","minimum":0,"maximum":4294967295},"@maxRequestEntityAllowed":{"type":"integer","minimum":0,"maximum":4294967295},"@uploadReadAheadSize":{"type":"integer","minimum":0,"maximum":2147483647},"@alternateHostName":{"type":"string"},"@enableNagling":{"type":"boolean"},"@frequentHitThreshold":{"type":"integer","minimum":1,"maximum":2147483647},"@frequentHitTimePeriod":{"type":"number"},"@authenticatedUserOverride":{"enum":["UseAuthenticatedUser","UseWorkerProcessUser"]}},"additionalProperties":false};

function validate122(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema59.properties, key0))){
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
if(data["@appConcurrentRequestLimit"] !== undefined){
let data1 = data["@appConcurrentRequestLimit"];
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
const err2 = {instancePath:instancePath+"/@appConcurrentRequestLimit",keyword:"type",params:{type: "integer"}};
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
const err3 = {instancePath:instancePath+"/@appConcurrentRequestLimit",keyword:"maximum",params:{comparison: "<=", limit: 4294967295}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data1 < 0 || isNaN(data1)){
const err4 = {instancePath:instancePath+"/@appConcurrentRequestLimit",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
if(data["@maxRequestEntityAllowed"] !== undefined){
let data2 = data["@maxRequestEntityAllowed"];
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
const err5 = {instancePath:instancePath+"/@maxRequestEntityAllowed",keyword:"type",params:{type: "integer"}};
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
const err6 = {instancePath:instancePath+"/@maxRequestEntityAllowed",keyword:"maximum",params:{comparison: "<=", limit: 4294967295}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data2 < 0 || isNaN(data2)){
const err7 = {instancePath:instancePath+"/@maxRequestEntityAllowed",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
if(data["@uploadReadAheadSize"] !== undefined){
let data3 = data["@uploadReadAheadSize"];
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
const err8 = {instancePath:instancePath+"/@uploadReadAheadSize",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 > 2147483647 || isNaN(data3)){
const err9 = {instancePath:instancePath+"/@uploadReadAheadSize",keyword:"maximum",params:{comparison: "<=", limit: 2147483647}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data3 < 0 || isNaN(data3)){
const err10 = {instancePath:instancePath+"/@uploadReadAheadSize",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
if(data["@alternateHostName"] !== undefined){
if(typeof data["@alternateHostName"] !== "string"){
const err11 = {instancePath:instancePath+"/@alternateHostName",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data["@enableNagling"] !== undefined){
if(typeof data["@enableNagling"] !== "boolean"){
const err12 = {instancePath:instancePath+"/@enableNagling",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data["@frequentHitThreshold"] !== undefined){
let data6 = data["@frequentHitThreshold"];
if(!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))){
const err13 = {instancePath:instancePath+"/@frequentHitThreshold",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 > 2147483647 || isNaN(data6)){
const err14 = {instancePath:instancePath+"/@frequentHitThreshold",keyword:"maximum",params:{comparison: "<=", limit: 2147483647}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(data6 < 1 || isNaN(data6)){
const err15 = {instancePath:instancePath+"/@frequentHitThreshold",keyword:"minimum",params:{comparison: ">=", limit: 1}};
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
if(data["@frequentHitTimePeriod"] !== undefined){
let data7 = data["@frequentHitTimePeriod"];
if(!((typeof data7 == "number") && (isFinite(data7)))){
const err16 = {instancePath:instancePath+"/@frequentHitTimePeriod",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data["@authenticatedUserOverride"] !== undefined){
let data8 = data["@authenticatedUserOverride"];
if(!((data8 === "UseAuthenticatedUser") || (data8 === "UseWorkerProcessUser"))){
const err17 = {instancePath:instancePath+"/@authenticatedUserOverride",keyword:"enum",params:{allowedValues: schema59.properties["@authenticatedUserOverride"].enum}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
else {
const err18 = {instancePath,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
validate122.errors = vErrors;
return errors === 0;
}


function validate121(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="system.webServer/serverRuntime" */;
let vErrors = null;
let errors = 0;
if(!(validate122(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate122.errors : vErrors.concat(validate122.errors);
errors = vErrors.length;
}
validate121.errors = vErrors;
return errors === 0;
}

exports.section12 = validate124;

function validate126(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((((((key0 === "@MaxEnvelopeSizeKB") || (key0 === "@MaxOperationTimeoutSeconds")) || (key0 === "@MaxEnumerateIdleTimeoutSeconds")) || (key0 === "@MaxSubscribeIdleTimeoutSeconds")) || (key0 === "@MaxShellIdleTimeoutMinutes")) || (key0 === "@QuotaRefreshIntervalSeconds")) || (key0 === "@QuotaSystemWindowSeconds")) || (key0 === "@QuotaSystemWindowOperations"))){
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
if(data["@MaxEnvelopeSizeKB"] !== undefined){
let data0 = data["@MaxEnvelopeSizeKB"];
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
const err1 = {instancePath:instancePath+"/@MaxEnvelopeSizeKB",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 4294967295 || isNaN(data0)){
const err2 = {instancePath:instancePath+"/@MaxEnvelopeSizeKB",keyword:"maximum",params:{comparison: "<=", limit: 4294967295}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data0 < 32 || isNaN(data0)){
const err3 = {instancePath:instancePath+"/@MaxEnvelopeSizeKB",keyword:"minimum",params:{comparison: ">=", limit: 32}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
if(data["@MaxOperationTimeoutSeconds"] !== undefined){
let data1 = data["@MaxOperationTimeoutSeconds"];
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
const err4 = {instancePath:instancePath+"/@MaxOperationTimeoutSeconds",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 4294967295 || isNaN(data1)){
const err5 = {instancePath:instancePath+"/@MaxOperationTimeoutSeconds",keyword:"maximum",params:{comparison: "<=", limit: 4294967295}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data1 < 1 || isNaN(data1)){
const err6 = {instancePath:instancePath+"/@MaxOperationTimeoutSeconds",keyword:"minimum",params:{comparison: ">=", limit: 1}};
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
if(data["@MaxEnumerateIdleTimeoutSeconds"] !== undefined){
let data2 = data["@MaxEnumerateIdleTimeoutSeconds"];
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
const err7 = {instancePath:instancePath+"/@MaxEnumerateIdleTimeoutSeconds",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 4294967295 || isNaN(data2)){
const err8 = {instancePath:instancePath+"/@MaxEnumerateIdleTimeoutSeconds",keyword:"maximum",params:{comparison: "<=", limit: 4294967295}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data2 < 1 || isNaN(data2)){
const err9 = {instancePath:instancePath+"/@MaxEnumerateIdleTimeoutSeconds",keyword:"minimum",params:{comparison: ">=", limit: 1}};
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
if(data["@MaxSubscribeIdleTimeoutSeconds"] !== undefined){
let data3 = data["@MaxSubscribeIdleTimeoutSeconds"];
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
const err10 = {instancePath:instancePath+"/@MaxSubscribeIdleTimeoutSeconds",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 > 4294967295 || isNaN(data3)){
const err11 = {instancePath:instancePath+"/@MaxSubscribeIdleTimeoutSeconds",keyword:"maximum",params:{comparison: "<=", limit: 4294967295}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data3 < 1 || isNaN(data3)){
const err12 = {instancePath:instancePath+"/@MaxSubscribeIdleTimeoutSeconds",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
if(data["@MaxShellIdleTimeoutMinutes"] !== undefined){
let data4 = data["@MaxShellIdleTimeoutMinutes"];
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
const err13 = {instancePath:instancePath+"/@MaxShellIdleTimeoutMinutes",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 > 4294967295 || isNaN(data4)){
const err14 = {instancePath:instancePath+"/@MaxShellIdleTimeoutMinutes",keyword:"maximum",params:{comparison: "<=", limit: 4294967295}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(data4 < 0 || isNaN(data4)){
const err15 = {instancePath:instancePath+"/@MaxShellIdleTimeoutMinutes",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
if(data["@QuotaRefreshIntervalSeconds"] !== undefined){
let data5 = data["@QuotaRefreshIntervalSeconds"];
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
const err16 = {instancePath:instancePath+"/@QuotaRefreshIntervalSeconds",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 > 4294967295 || isNaN(data5)){
const err17 = {instancePath:instancePath+"/@QuotaRefreshIntervalSeconds",keyword:"maximum",params:{comparison: "<=", limit: 4294967295}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(data5 < 0 || isNaN(data5)){
const err18 = {instancePath:instancePath+"/@QuotaRefreshIntervalSeconds",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
if(data["@QuotaSystemWindowSeconds"] !== undefined){
let data6 = data["@QuotaSystemWindowSeconds"];
if(!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))){
const err19 = {instancePath:instancePath+"/@QuotaSystemWindowSeconds",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 > 4294967295 || isNaN(data6)){
const err20 = {instancePath:instancePath+"/@QuotaSystemWindowSeconds",keyword:"maximum",params:{comparison: "<=", limit: 4294967295}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(data6 < 0 || isNaN(data6)){
const err21 = {instancePath:instancePath+"/@QuotaSystemWindowSeconds",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
if(data["@QuotaSystemWindowOperations"] !== undefined){
let data7 = data["@QuotaSystemWindowOperations"];
if(!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))){
const err22 = {instancePath:instancePath+"/@QuotaSystemWindowOperations",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 > 4294967295 || isNaN(data7)){
const err23 = {instancePath:instancePath+"/@QuotaSystemWindowOperations",keyword:"maximum",params:{comparison: "<=", limit: 4294967295}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(data7 < 0 || isNaN(data7)){
const err24 = {instancePath:instancePath+"/@QuotaSystemWindowOperations",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
}
else {
const err25 = {instancePath,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
validate126.errors = vErrors;
return errors === 0;
}

const schema65 = {"type":"object","properties":{"@Name":{"type":"string","pattern":"[^]"},"@Filename":{"type":"string","pattern":"[^]"},"@SDKVersion":{"type":"integer","minimum":0,"maximum":4294967295},"@XmlRenderingType":{"enum":["text","XmlReader"]},"@Enabled":{"type":"boolean"},"<InitializationParameters":{"$ref":"#/$defs/e2"},"<Resources":{"$ref":"#/$defs/e5"}},"required":["@Name","@Filename","@SDKVersion"],"additionalProperties":false};

function validate132(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data["@Name"] === undefined){
const err0 = {instancePath,keyword:"required",params:{missingProperty: "@Name"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data["@Value"] === undefined){
const err1 = {instancePath,keyword:"required",params:{missingProperty: "@Value"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "@Name") || (key0 === "@Value"))){
const err2 = {instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data["@Name"] !== undefined){
let data0 = data["@Name"];
if(typeof data0 === "string"){
if(!pattern1.test(data0)){
const err3 = {instancePath:instancePath+"/@Name",keyword:"pattern",params:{pattern: "[^]"}};
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
const err4 = {instancePath:instancePath+"/@Name",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data["@Value"] !== undefined){
let data1 = data["@Value"];
if(typeof data1 === "string"){
if(!pattern1.test(data1)){
const err5 = {instancePath:instancePath+"/@Value",keyword:"pattern",params:{pattern: "[^]"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/@Value",keyword:"type",params:{type: "string"}};
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
else {
const err7 = {instancePath,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
validate132.errors = vErrors;
return errors === 0;
}


function validate131(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(key0 === "[Param")){
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
if(data["[Param"] !== undefined){
let data0 = data["[Param"];
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(!(validate132(data0[i0], {instancePath:instancePath+"/[Param/" + i0,parentData:data0,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate132.errors : vErrors.concat(validate132.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath:instancePath+"/[Param",keyword:"type",params:{type: "array"}};
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
const err2 = {instancePath,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
validate131.errors = vErrors;
return errors === 0;
}

const schema70 = {"type":"object","properties":{"@Type":{"enum":["Get","Put","Create","Delete","Invoke","Enumerate","Subscribe","Shell"]},"@SupportsFragment":{"type":"boolean"},"@SupportsFiltering":{"type":"boolean"}},"required":["@Type"],"additionalProperties":false};

function validate137(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data["@Type"] === undefined){
const err0 = {instancePath,keyword:"required",params:{missingProperty: "@Type"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(((key0 === "@Type") || (key0 === "@SupportsFragment")) || (key0 === "@SupportsFiltering"))){
const err1 = {instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data["@Type"] !== undefined){
let data0 = data["@Type"];
if(!((((((((data0 === "Get") || (data0 === "Put")) || (data0 === "Create")) || (data0 === "Delete")) || (data0 === "Invoke")) || (data0 === "Enumerate")) || (data0 === "Subscribe")) || (data0 === "Shell"))){
const err2 = {instancePath:instancePath+"/@Type",keyword:"enum",params:{allowedValues: schema70.properties["@Type"].enum}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data["@SupportsFragment"] !== undefined){
if(typeof data["@SupportsFragment"] !== "boolean"){
const err3 = {instancePath:instancePath+"/@SupportsFragment",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data["@SupportsFiltering"] !== undefined){
if(typeof data["@SupportsFiltering"] !== "boolean"){
const err4 = {instancePath:instancePath+"/@SupportsFiltering",keyword:"type",params:{type: "boolean"}};
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
validate137.errors = vErrors;
return errors === 0;
}


function validate136(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data["@ResourceUri"] === undefined){
const err0 = {instancePath,keyword:"required",params:{missingProperty: "@ResourceUri"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "@ResourceUri") || (key0 === "@SupportsOptions")) || (key0 === "@ExactMatch")) || (key0 === "[Capability"))){
const err1 = {instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data["@ResourceUri"] !== undefined){
let data0 = data["@ResourceUri"];
if(typeof data0 === "string"){
if(!pattern1.test(data0)){
const err2 = {instancePath:instancePath+"/@ResourceUri",keyword:"pattern",params:{pattern: "[^]"}};
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
const err3 = {instancePath:instancePath+"/@ResourceUri",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data["@SupportsOptions"] !== undefined){
if(typeof data["@SupportsOptions"] !== "boolean"){
const err4 = {instancePath:instancePath+"/@SupportsOptions",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data["@ExactMatch"] !== undefined){
if(typeof data["@ExactMatch"] !== "boolean"){
const err5 = {instancePath:instancePath+"/@ExactMatch",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data["[Capability"] !== undefined){
let data3 = data["[Capability"];
if(Array.isArray(data3)){
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
if(!(validate137(data3[i0], {instancePath:instancePath+"/[Capability/" + i0,parentData:data3,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate137.errors : vErrors.concat(validate137.errors);
errors = vErrors.length;
}
}
}
else {
const err6 = {instancePath:instancePath+"/[Capability",keyword:"type",params:{type: "array"}};
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
else {
const err7 = {instancePath,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
validate136.errors = vErrors;
return errors === 0;
}


function validate135(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(key0 === "[Resource")){
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
if(data["[Resource"] !== undefined){
let data0 = data["[Resource"];
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(!(validate136(data0[i0], {instancePath:instancePath+"/[Resource/" + i0,parentData:data0,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate136.errors : vErrors.concat(validate136.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath:instancePath+"/[Resource",keyword:"type",params:{type: "array"}};
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
const err2 = {instancePath,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
validate135.errors = vErrors;
return errors === 0;
}


function validate130(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data["@Name"] === undefined){
const err0 = {instancePath,keyword:"required",params:{missingProperty: "@Name"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data["@Filename"] === undefined){
const err1 = {instancePath,keyword:"required",params:{missingProperty: "@Filename"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data["@SDKVersion"] === undefined){
const err2 = {instancePath,keyword:"required",params:{missingProperty: "@SDKVersion"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(((((((key0 === "@Name") || (key0 === "@Filename")) || (key0 === "@SDKVersion")) || (key0 === "@XmlRenderingType")) || (key0 === "@Enabled")) || (key0 === "<InitializationParameters")) || (key0 === "<Resources"))){
const err3 = {instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data["@Name"] !== undefined){
let data0 = data["@Name"];
if(typeof data0 === "string"){
if(!pattern1.test(data0)){
const err4 = {instancePath:instancePath+"/@Name",keyword:"pattern",params:{pattern: "[^]"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/@Name",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data["@Filename"] !== undefined){
let data1 = data["@Filename"];
if(typeof data1 === "string"){
if(!pattern1.test(data1)){
const err6 = {instancePath:instancePath+"/@Filename",keyword:"pattern",params:{pattern: "[^]"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/@Filename",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data["@SDKVersion"] !== undefined){
let data2 = data["@SDKVersion"];
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
const err8 = {instancePath:instancePath+"/@SDKVersion",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 4294967295 || isNaN(data2)){
const err9 = {instancePath:instancePath+"/@SDKVersion",keyword:"maximum",params:{comparison: "<=", limit: 4294967295}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data2 < 0 || isNaN(data2)){
const err10 = {instancePath:instancePath+"/@SDKVersion",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
if(data["@XmlRenderingType"] !== undefined){
let data3 = data["@XmlRenderingType"];
if(!((data3 === "text") || (data3 === "XmlReader"))){
const err11 = {instancePath:instancePath+"/@XmlRenderingType",keyword:"enum",params:{allowedValues: schema65.properties["@XmlRenderingType"].enum}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data["@Enabled"] !== undefined){
if(typeof data["@Enabled"] !== "boolean"){
const err12 = {instancePath:instancePath+"/@Enabled",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data["<InitializationParameters"] !== undefined){
if(!(validate131(data["<InitializationParameters"], {instancePath:instancePath+"/<InitializationParameters",parentData:data,parentDataProperty:"<InitializationParameters",rootData}))){
vErrors = vErrors === null ? validate131.errors : vErrors.concat(validate131.errors);
errors = vErrors.length;
}
}
if(data["<Resources"] !== undefined){
if(!(validate135(data["<Resources"], {instancePath:instancePath+"/<Resources",parentData:data,parentDataProperty:"<Resources",rootData}))){
vErrors = vErrors === null ? validate135.errors : vErrors.concat(validate135.errors);
errors = vErrors.length;
}
}
}
else {
const err13 = {instancePath,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
validate130.errors = vErrors;
return errors === 0;
}


function validate129(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(key0 === "[Plugin")){
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
if(data["[Plugin"] !== undefined){
let data0 = data["[Plugin"];
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(!(validate130(data0[i0], {instancePath:instancePath+"/[Plugin/" + i0,parentData:data0,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate130.errors : vErrors.concat(validate130.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath:instancePath+"/[Plugin",keyword:"type",params:{type: "array"}};
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
const err2 = {instancePath,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
validate129.errors = vErrors;
return errors === 0;
}


function validate143(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data["@Name"] === undefined){
const err0 = {instancePath,keyword:"required",params:{missingProperty: "@Name"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data["@Filename"] === undefined){
const err1 = {instancePath,keyword:"required",params:{missingProperty: "@Filename"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data["@SDKVersion"] === undefined){
const err2 = {instancePath,keyword:"required",params:{missingProperty: "@SDKVersion"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "@Name") || (key0 === "@Filename")) || (key0 === "@SDKVersion")) || (key0 === "@SupportsQuota"))){
const err3 = {instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data["@Name"] !== undefined){
let data0 = data["@Name"];
if(typeof data0 === "string"){
if(!pattern1.test(data0)){
const err4 = {instancePath:instancePath+"/@Name",keyword:"pattern",params:{pattern: "[^]"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/@Name",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data["@Filename"] !== undefined){
let data1 = data["@Filename"];
if(typeof data1 === "string"){
if(!pattern1.test(data1)){
const err6 = {instancePath:instancePath+"/@Filename",keyword:"pattern",params:{pattern: "[^]"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/@Filename",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data["@SDKVersion"] !== undefined){
let data2 = data["@SDKVersion"];
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
const err8 = {instancePath:instancePath+"/@SDKVersion",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 4294967295 || isNaN(data2)){
const err9 = {instancePath:instancePath+"/@SDKVersion",keyword:"maximum",params:{comparison: "<=", limit: 4294967295}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data2 < 0 || isNaN(data2)){
const err10 = {instancePath:instancePath+"/@SDKVersion",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
if(data["@SupportsQuota"] !== undefined){
if(typeof data["@SupportsQuota"] !== "boolean"){
const err11 = {instancePath:instancePath+"/@SupportsQuota",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
validate143.errors = vErrors;
return errors === 0;
}


function validate128(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((key0 === "<OperationsPlugins") || (key0 === "[AuthorizationPlugin"))){
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
if(data["<OperationsPlugins"] !== undefined){
if(!(validate129(data["<OperationsPlugins"], {instancePath:instancePath+"/<OperationsPlugins",parentData:data,parentDataProperty:"<OperationsPlugins",rootData}))){
vErrors = vErrors === null ? validate129.errors : vErrors.concat(validate129.errors);
errors = vErrors.length;
}
}
if(data["[AuthorizationPlugin"] !== undefined){
let data1 = data["[AuthorizationPlugin"];
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
if(!(validate143(data1[i0], {instancePath:instancePath+"/[AuthorizationPlugin/" + i0,parentData:data1,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate143.errors : vErrors.concat(validate143.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath:instancePath+"/[AuthorizationPlugin",keyword:"type",params:{type: "array"}};
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
const err2 = {instancePath,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
validate128.errors = vErrors;
return errors === 0;
}


function validate125(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
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
if(!(validate126(data["<OperationsConfiguration"], {instancePath:instancePath+"/<OperationsConfiguration",parentData:data,parentDataProperty:"<OperationsConfiguration",rootData}))){
vErrors = vErrors === null ? validate126.errors : vErrors.concat(validate126.errors);
errors = vErrors.length;
}
}
if(data["<PluginModules"] !== undefined){
if(!(validate128(data["<PluginModules"], {instancePath:instancePath+"/<PluginModules",parentData:data,parentDataProperty:"<PluginModules",rootData}))){
vErrors = vErrors === null ? validate128.errors : vErrors.concat(validate128.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate125.errors = vErrors;
return errors === 0;
}


function validate124(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="system.webServer/system.management.wsmanagement.config" */;
let vErrors = null;
let errors = 0;
if(!(validate125(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate125.errors : vErrors.concat(validate125.errors);
errors = vErrors.length;
}
validate124.errors = vErrors;
return errors === 0;
}

exports.section13 = validate147;
const pattern30 = new RegExp("^(\\S([^]*\\S)?)?$", "u");

function validate148(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((((key0 === "@headerTimeout") || (key0 === "@requestTimeout")) || (key0 === "@idleTimeout")) || (key0 === "@maxConnections")) || (key0 === "@maxHeaderBytes")) || (key0 === "@serverHeader")) || (key0 === "@removeServerHeader"))){
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
if(data["@serverHeader"] !== undefined){
let data5 = data["@serverHeader"];
if(typeof data5 === "string"){
if(!pattern30.test(data5)){
const err19 = {instancePath:instancePath+"/@serverHeader",keyword:"pattern",params:{pattern: "^(\\S([^]*\\S)?)?$"}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
else {
const err20 = {instancePath:instancePath+"/@serverHeader",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data["@removeServerHeader"] !== undefined){
if(typeof data["@removeServerHeader"] !== "boolean"){
const err21 = {instancePath:instancePath+"/@removeServerHeader",keyword:"type",params:{type: "boolean"}};
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
else {
const err22 = {instancePath,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
validate148.errors = vErrors;
return errors === 0;
}


function validate147(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="system.applicationHost/listener" */;
let vErrors = null;
let errors = 0;
if(!(validate148(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate148.errors : vErrors.concat(validate148.errors);
errors = vErrors.length;
}
validate147.errors = vErrors;
return errors === 0;
}

exports.section14 = validate150;
const schema75 = {"type":"object","properties":{"@allowUnencrypted":{"type":"boolean"},"@messageEncryption":{"enum":["iis","service"]},"@maxBatchItems":{"type":"integer","minimum":1,"maximum":4294967295},"<negotiate":{"$ref":"#/$defs/e0"},"<identify":{"$ref":"#/$defs/e1"},"<pluginDirectories":{"$ref":"#/$defs/e3"},"<fileMappings":{"$ref":"#/$defs/e5"},"<configurationEditing":{"$ref":"#/$defs/e7"},"<modules":{"$ref":"#/$defs/e8"},"<plugins":{"$ref":"#/$defs/e10"},"<shells":{"$ref":"#/$defs/e11"},"<farm":{"$ref":"#/$defs/e12"},"<authorization":{"$ref":"#/$defs/e13"}},"additionalProperties":false};

function validate152(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((key0 === "@keytabFile") || (key0 === "@servicePrincipalNames"))){
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
if(data["@keytabFile"] !== undefined){
if(typeof data["@keytabFile"] !== "string"){
const err1 = {instancePath:instancePath+"/@keytabFile",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data["@servicePrincipalNames"] !== undefined){
if(typeof data["@servicePrincipalNames"] !== "string"){
const err2 = {instancePath:instancePath+"/@servicePrincipalNames",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
else {
const err3 = {instancePath,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
validate152.errors = vErrors;
return errors === 0;
}


function validate154(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "@productVendor") || (key0 === "@productVersion")) || (key0 === "@anonymousProductVersion"))){
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
if(data["@productVendor"] !== undefined){
if(typeof data["@productVendor"] !== "string"){
const err1 = {instancePath:instancePath+"/@productVendor",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data["@productVersion"] !== undefined){
if(typeof data["@productVersion"] !== "string"){
const err2 = {instancePath:instancePath+"/@productVersion",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data["@anonymousProductVersion"] !== undefined){
if(typeof data["@anonymousProductVersion"] !== "string"){
const err3 = {instancePath:instancePath+"/@anonymousProductVersion",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
else {
const err4 = {instancePath,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate154.errors = vErrors;
return errors === 0;
}


function validate157(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data["@path"] === undefined){
const err0 = {instancePath,keyword:"required",params:{missingProperty: "@path"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(key0 === "@path")){
const err1 = {instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data["@path"] !== undefined){
let data0 = data["@path"];
if(typeof data0 === "string"){
if(!pattern1.test(data0)){
const err2 = {instancePath:instancePath+"/@path",keyword:"pattern",params:{pattern: "[^]"}};
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
const err3 = {instancePath:instancePath+"/@path",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
else {
const err4 = {instancePath,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate157.errors = vErrors;
return errors === 0;
}


function validate156(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "[add") || (key0 === "[remove")) || (key0 === "[clear"))){
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
if(data["[add"] !== undefined){
let data0 = data["[add"];
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(!(validate157(data0[i0], {instancePath:instancePath+"/[add/" + i0,parentData:data0,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate157.errors : vErrors.concat(validate157.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath:instancePath+"/[add",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data["[remove"] !== undefined){
let data2 = data["[remove"];
if(Array.isArray(data2)){
const len1 = data2.length;
for(let i1=0; i1<len1; i1++){
let data3 = data2[i1];
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(Object.keys(data3).length < 1){
const err2 = {instancePath:instancePath+"/[remove/" + i1,keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key1 in data3){
if(!(key1 === "@path")){
const err3 = {instancePath:instancePath+"/[remove/" + i1,keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data3["@path"] !== undefined){
let data4 = data3["@path"];
if(typeof data4 === "string"){
if(!pattern1.test(data4)){
const err4 = {instancePath:instancePath+"/[remove/" + i1+"/@path",keyword:"pattern",params:{pattern: "[^]"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/[remove/" + i1+"/@path",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath:instancePath+"/[remove/" + i1,keyword:"type",params:{type: "object"}};
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
else {
const err7 = {instancePath:instancePath+"/[remove",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data["[clear"] !== undefined){
let data5 = data["[clear"];
if(Array.isArray(data5)){
const len2 = data5.length;
for(let i2=0; i2<len2; i2++){
let data6 = data5[i2];
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
for(const key2 in data6){
const err8 = {instancePath:instancePath+"/[clear/" + i2,keyword:"additionalProperties",params:{additionalProperty: key2}};
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
const err9 = {instancePath:instancePath+"/[clear/" + i2,keyword:"type",params:{type: "object"}};
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
const err10 = {instancePath:instancePath+"/[clear",keyword:"type",params:{type: "array"}};
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
const err11 = {instancePath,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
validate156.errors = vErrors;
return errors === 0;
}


function validate161(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data["@filename"] === undefined){
const err0 = {instancePath,keyword:"required",params:{missingProperty: "@filename"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data["@module"] === undefined){
const err1 = {instancePath,keyword:"required",params:{missingProperty: "@module"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "@filename") || (key0 === "@module"))){
const err2 = {instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data["@filename"] !== undefined){
let data0 = data["@filename"];
if(typeof data0 === "string"){
if(!pattern1.test(data0)){
const err3 = {instancePath:instancePath+"/@filename",keyword:"pattern",params:{pattern: "[^]"}};
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
const err4 = {instancePath:instancePath+"/@filename",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data["@module"] !== undefined){
let data1 = data["@module"];
if(typeof data1 === "string"){
if(!pattern1.test(data1)){
const err5 = {instancePath:instancePath+"/@module",keyword:"pattern",params:{pattern: "[^]"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/@module",keyword:"type",params:{type: "string"}};
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
else {
const err7 = {instancePath,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
validate161.errors = vErrors;
return errors === 0;
}


function validate160(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "[add") || (key0 === "[remove")) || (key0 === "[clear"))){
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
if(data["[add"] !== undefined){
let data0 = data["[add"];
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(!(validate161(data0[i0], {instancePath:instancePath+"/[add/" + i0,parentData:data0,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate161.errors : vErrors.concat(validate161.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath:instancePath+"/[add",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data["[remove"] !== undefined){
let data2 = data["[remove"];
if(Array.isArray(data2)){
const len1 = data2.length;
for(let i1=0; i1<len1; i1++){
let data3 = data2[i1];
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(Object.keys(data3).length < 1){
const err2 = {instancePath:instancePath+"/[remove/" + i1,keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key1 in data3){
if(!(key1 === "@filename")){
const err3 = {instancePath:instancePath+"/[remove/" + i1,keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data3["@filename"] !== undefined){
let data4 = data3["@filename"];
if(typeof data4 === "string"){
if(!pattern1.test(data4)){
const err4 = {instancePath:instancePath+"/[remove/" + i1+"/@filename",keyword:"pattern",params:{pattern: "[^]"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/[remove/" + i1+"/@filename",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath:instancePath+"/[remove/" + i1,keyword:"type",params:{type: "object"}};
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
else {
const err7 = {instancePath:instancePath+"/[remove",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data["[clear"] !== undefined){
let data5 = data["[clear"];
if(Array.isArray(data5)){
const len2 = data5.length;
for(let i2=0; i2<len2; i2++){
let data6 = data5[i2];
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
for(const key2 in data6){
const err8 = {instancePath:instancePath+"/[clear/" + i2,keyword:"additionalProperties",params:{additionalProperty: key2}};
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
const err9 = {instancePath:instancePath+"/[clear/" + i2,keyword:"type",params:{type: "object"}};
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
const err10 = {instancePath:instancePath+"/[clear",keyword:"type",params:{type: "array"}};
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
const err11 = {instancePath,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
validate160.errors = vErrors;
return errors === 0;
}


function validate165(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data["@module"] === undefined){
const err0 = {instancePath,keyword:"required",params:{missingProperty: "@module"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(key0 === "@module")){
const err1 = {instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data["@module"] !== undefined){
let data0 = data["@module"];
if(typeof data0 === "string"){
if(!pattern1.test(data0)){
const err2 = {instancePath:instancePath+"/@module",keyword:"pattern",params:{pattern: "[^]"}};
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
const err3 = {instancePath:instancePath+"/@module",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
else {
const err4 = {instancePath,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate165.errors = vErrors;
return errors === 0;
}


function validate164(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "[add") || (key0 === "[remove")) || (key0 === "[clear"))){
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
if(data["[add"] !== undefined){
let data0 = data["[add"];
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(!(validate165(data0[i0], {instancePath:instancePath+"/[add/" + i0,parentData:data0,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate165.errors : vErrors.concat(validate165.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath:instancePath+"/[add",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data["[remove"] !== undefined){
let data2 = data["[remove"];
if(Array.isArray(data2)){
const len1 = data2.length;
for(let i1=0; i1<len1; i1++){
let data3 = data2[i1];
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(Object.keys(data3).length < 1){
const err2 = {instancePath:instancePath+"/[remove/" + i1,keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key1 in data3){
if(!(key1 === "@module")){
const err3 = {instancePath:instancePath+"/[remove/" + i1,keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data3["@module"] !== undefined){
let data4 = data3["@module"];
if(typeof data4 === "string"){
if(!pattern1.test(data4)){
const err4 = {instancePath:instancePath+"/[remove/" + i1+"/@module",keyword:"pattern",params:{pattern: "[^]"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/[remove/" + i1+"/@module",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath:instancePath+"/[remove/" + i1,keyword:"type",params:{type: "object"}};
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
else {
const err7 = {instancePath:instancePath+"/[remove",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data["[clear"] !== undefined){
let data5 = data["[clear"];
if(Array.isArray(data5)){
const len2 = data5.length;
for(let i2=0; i2<len2; i2++){
let data6 = data5[i2];
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
for(const key2 in data6){
const err8 = {instancePath:instancePath+"/[clear/" + i2,keyword:"additionalProperties",params:{additionalProperty: key2}};
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
const err9 = {instancePath:instancePath+"/[clear/" + i2,keyword:"type",params:{type: "object"}};
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
const err10 = {instancePath:instancePath+"/[clear",keyword:"type",params:{type: "array"}};
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
const err11 = {instancePath,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
validate164.errors = vErrors;
return errors === 0;
}


function validate168(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(key0 === "@notificationTimeout")){
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
if(data["@notificationTimeout"] !== undefined){
let data0 = data["@notificationTimeout"];
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 3600 || isNaN(data0)){
const err1 = {instancePath:instancePath+"/@notificationTimeout",keyword:"maximum",params:{comparison: "<=", limit: 3600}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data0 < 1 || isNaN(data0)){
const err2 = {instancePath:instancePath+"/@notificationTimeout",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if((data0 - 1) % 1 !== 0 && data0 % 1 !== 0){
const err3 = {instancePath:instancePath+"/@notificationTimeout",keyword:"granularity",params:{}};
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
const err4 = {instancePath:instancePath+"/@notificationTimeout",keyword:"type",params:{type: "number"}};
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
validate168.errors = vErrors;
return errors === 0;
}

const schema85 = {"type":"object","properties":{"@startTimeout":{"type":"number","minimum":1,"maximum":3600,"granularity":{"from":1,"step":1}},"@shutdownTimeout":{"type":"number","minimum":1,"maximum":3600,"granularity":{"from":1,"step":1}},"@drainTimeout":{"type":"number","minimum":0,"maximum":3600,"granularity":{"from":0,"step":1}},"@isolation":{"enum":["inProcess","worker","process"]},"@memoryLimitMB":{"type":"integer","minimum":0,"maximum":1048576},"@cpuLimitPercent":{"type":"integer","minimum":0,"maximum":6400},"@hangTimeout":{"type":"number","minimum":1,"maximum":3600,"granularity":{"from":1,"step":1}},"[add":{"type":"array","items":{"$ref":"#/$defs/e9"}},"[remove":{"type":"array","items":{"type":"object","properties":{"@name":{"type":"string","pattern":"[^]"}},"minProperties":1,"additionalProperties":false}},"[clear":{"type":"array","items":{"type":"object","additionalProperties":false}}},"additionalProperties":false};
const schema86 = {"type":"object","properties":{"@name":{"type":"string","pattern":"[^]"},"@isolation":{"enum":["inProcess","worker","process"]},"@memoryLimitMB":{"type":"integer","minimum":0,"maximum":1048576},"@cpuLimitPercent":{"type":"integer","minimum":0,"maximum":6400},"@hangTimeout":{"type":"number","minimum":1,"maximum":3600,"granularity":{"from":1,"step":1}},"@account":{"type":"string","pattern":"[^]"}},"required":["@name"],"additionalProperties":false};

function validate171(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data["@name"] === undefined){
const err0 = {instancePath,keyword:"required",params:{missingProperty: "@name"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((((((key0 === "@name") || (key0 === "@isolation")) || (key0 === "@memoryLimitMB")) || (key0 === "@cpuLimitPercent")) || (key0 === "@hangTimeout")) || (key0 === "@account"))){
const err1 = {instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data["@name"] !== undefined){
let data0 = data["@name"];
if(typeof data0 === "string"){
if(!pattern1.test(data0)){
const err2 = {instancePath:instancePath+"/@name",keyword:"pattern",params:{pattern: "[^]"}};
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
const err3 = {instancePath:instancePath+"/@name",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data["@isolation"] !== undefined){
let data1 = data["@isolation"];
if(!(((data1 === "inProcess") || (data1 === "worker")) || (data1 === "process"))){
const err4 = {instancePath:instancePath+"/@isolation",keyword:"enum",params:{allowedValues: schema86.properties["@isolation"].enum}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data["@memoryLimitMB"] !== undefined){
let data2 = data["@memoryLimitMB"];
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
const err5 = {instancePath:instancePath+"/@memoryLimitMB",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 1048576 || isNaN(data2)){
const err6 = {instancePath:instancePath+"/@memoryLimitMB",keyword:"maximum",params:{comparison: "<=", limit: 1048576}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data2 < 0 || isNaN(data2)){
const err7 = {instancePath:instancePath+"/@memoryLimitMB",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
if(data["@cpuLimitPercent"] !== undefined){
let data3 = data["@cpuLimitPercent"];
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
const err8 = {instancePath:instancePath+"/@cpuLimitPercent",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 > 6400 || isNaN(data3)){
const err9 = {instancePath:instancePath+"/@cpuLimitPercent",keyword:"maximum",params:{comparison: "<=", limit: 6400}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data3 < 0 || isNaN(data3)){
const err10 = {instancePath:instancePath+"/@cpuLimitPercent",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
if(data["@hangTimeout"] !== undefined){
let data4 = data["@hangTimeout"];
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 > 3600 || isNaN(data4)){
const err11 = {instancePath:instancePath+"/@hangTimeout",keyword:"maximum",params:{comparison: "<=", limit: 3600}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data4 < 1 || isNaN(data4)){
const err12 = {instancePath:instancePath+"/@hangTimeout",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if((data4 - 1) % 1 !== 0 && data4 % 1 !== 0){
const err13 = {instancePath:instancePath+"/@hangTimeout",keyword:"granularity",params:{}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/@hangTimeout",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data["@account"] !== undefined){
let data5 = data["@account"];
if(typeof data5 === "string"){
if(!pattern1.test(data5)){
const err15 = {instancePath:instancePath+"/@account",keyword:"pattern",params:{pattern: "[^]"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/@account",keyword:"type",params:{type: "string"}};
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
const err17 = {instancePath,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
validate171.errors = vErrors;
return errors === 0;
}


function validate170(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema85.properties, key0))){
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
if(data["@startTimeout"] !== undefined){
let data0 = data["@startTimeout"];
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 3600 || isNaN(data0)){
const err1 = {instancePath:instancePath+"/@startTimeout",keyword:"maximum",params:{comparison: "<=", limit: 3600}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data0 < 1 || isNaN(data0)){
const err2 = {instancePath:instancePath+"/@startTimeout",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if((data0 - 1) % 1 !== 0 && data0 % 1 !== 0){
const err3 = {instancePath:instancePath+"/@startTimeout",keyword:"granularity",params:{}};
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
const err4 = {instancePath:instancePath+"/@startTimeout",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data["@shutdownTimeout"] !== undefined){
let data1 = data["@shutdownTimeout"];
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 3600 || isNaN(data1)){
const err5 = {instancePath:instancePath+"/@shutdownTimeout",keyword:"maximum",params:{comparison: "<=", limit: 3600}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data1 < 1 || isNaN(data1)){
const err6 = {instancePath:instancePath+"/@shutdownTimeout",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if((data1 - 1) % 1 !== 0 && data1 % 1 !== 0){
const err7 = {instancePath:instancePath+"/@shutdownTimeout",keyword:"granularity",params:{}};
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
const err8 = {instancePath:instancePath+"/@shutdownTimeout",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data["@drainTimeout"] !== undefined){
let data2 = data["@drainTimeout"];
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 3600 || isNaN(data2)){
const err9 = {instancePath:instancePath+"/@drainTimeout",keyword:"maximum",params:{comparison: "<=", limit: 3600}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data2 < 0 || isNaN(data2)){
const err10 = {instancePath:instancePath+"/@drainTimeout",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if((data2 - 0) % 1 !== 0){
const err11 = {instancePath:instancePath+"/@drainTimeout",keyword:"granularity",params:{}};
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
const err12 = {instancePath:instancePath+"/@drainTimeout",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data["@isolation"] !== undefined){
let data3 = data["@isolation"];
if(!(((data3 === "inProcess") || (data3 === "worker")) || (data3 === "process"))){
const err13 = {instancePath:instancePath+"/@isolation",keyword:"enum",params:{allowedValues: schema85.properties["@isolation"].enum}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data["@memoryLimitMB"] !== undefined){
let data4 = data["@memoryLimitMB"];
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
const err14 = {instancePath:instancePath+"/@memoryLimitMB",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 > 1048576 || isNaN(data4)){
const err15 = {instancePath:instancePath+"/@memoryLimitMB",keyword:"maximum",params:{comparison: "<=", limit: 1048576}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(data4 < 0 || isNaN(data4)){
const err16 = {instancePath:instancePath+"/@memoryLimitMB",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
if(data["@cpuLimitPercent"] !== undefined){
let data5 = data["@cpuLimitPercent"];
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
const err17 = {instancePath:instancePath+"/@cpuLimitPercent",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 > 6400 || isNaN(data5)){
const err18 = {instancePath:instancePath+"/@cpuLimitPercent",keyword:"maximum",params:{comparison: "<=", limit: 6400}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(data5 < 0 || isNaN(data5)){
const err19 = {instancePath:instancePath+"/@cpuLimitPercent",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
if(data["@hangTimeout"] !== undefined){
let data6 = data["@hangTimeout"];
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 > 3600 || isNaN(data6)){
const err20 = {instancePath:instancePath+"/@hangTimeout",keyword:"maximum",params:{comparison: "<=", limit: 3600}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(data6 < 1 || isNaN(data6)){
const err21 = {instancePath:instancePath+"/@hangTimeout",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if((data6 - 1) % 1 !== 0 && data6 % 1 !== 0){
const err22 = {instancePath:instancePath+"/@hangTimeout",keyword:"granularity",params:{}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
else {
const err23 = {instancePath:instancePath+"/@hangTimeout",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data["[add"] !== undefined){
let data7 = data["[add"];
if(Array.isArray(data7)){
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
if(!(validate171(data7[i0], {instancePath:instancePath+"/[add/" + i0,parentData:data7,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate171.errors : vErrors.concat(validate171.errors);
errors = vErrors.length;
}
}
}
else {
const err24 = {instancePath:instancePath+"/[add",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data["[remove"] !== undefined){
let data9 = data["[remove"];
if(Array.isArray(data9)){
const len1 = data9.length;
for(let i1=0; i1<len1; i1++){
let data10 = data9[i1];
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
if(Object.keys(data10).length < 1){
const err25 = {instancePath:instancePath+"/[remove/" + i1,keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
for(const key1 in data10){
if(!(key1 === "@name")){
const err26 = {instancePath:instancePath+"/[remove/" + i1,keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data10["@name"] !== undefined){
let data11 = data10["@name"];
if(typeof data11 === "string"){
if(!pattern1.test(data11)){
const err27 = {instancePath:instancePath+"/[remove/" + i1+"/@name",keyword:"pattern",params:{pattern: "[^]"}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
else {
const err28 = {instancePath:instancePath+"/[remove/" + i1+"/@name",keyword:"type",params:{type: "string"}};
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
const err29 = {instancePath:instancePath+"/[remove/" + i1,keyword:"type",params:{type: "object"}};
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
const err30 = {instancePath:instancePath+"/[remove",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data["[clear"] !== undefined){
let data12 = data["[clear"];
if(Array.isArray(data12)){
const len2 = data12.length;
for(let i2=0; i2<len2; i2++){
let data13 = data12[i2];
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
for(const key2 in data13){
const err31 = {instancePath:instancePath+"/[clear/" + i2,keyword:"additionalProperties",params:{additionalProperty: key2}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
else {
const err32 = {instancePath:instancePath+"/[clear/" + i2,keyword:"type",params:{type: "object"}};
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
const err33 = {instancePath:instancePath+"/[clear",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
}
else {
const err34 = {instancePath,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
validate170.errors = vErrors;
return errors === 0;
}


function validate174(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((((key0 === "@allowRemoteShellAccess") || (key0 === "@maxShells")) || (key0 === "@maxShellsPerUser")) || (key0 === "@maxUsers")) || (key0 === "@maxCommandsPerShell")) || (key0 === "@maxRunTime"))){
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
if(data["@allowRemoteShellAccess"] !== undefined){
if(typeof data["@allowRemoteShellAccess"] !== "boolean"){
const err1 = {instancePath:instancePath+"/@allowRemoteShellAccess",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data["@maxShells"] !== undefined){
let data1 = data["@maxShells"];
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
const err2 = {instancePath:instancePath+"/@maxShells",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 1000000 || isNaN(data1)){
const err3 = {instancePath:instancePath+"/@maxShells",keyword:"maximum",params:{comparison: "<=", limit: 1000000}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data1 < 1 || isNaN(data1)){
const err4 = {instancePath:instancePath+"/@maxShells",keyword:"minimum",params:{comparison: ">=", limit: 1}};
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
if(data["@maxShellsPerUser"] !== undefined){
let data2 = data["@maxShellsPerUser"];
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
const err5 = {instancePath:instancePath+"/@maxShellsPerUser",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 1000000 || isNaN(data2)){
const err6 = {instancePath:instancePath+"/@maxShellsPerUser",keyword:"maximum",params:{comparison: "<=", limit: 1000000}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data2 < 0 || isNaN(data2)){
const err7 = {instancePath:instancePath+"/@maxShellsPerUser",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
if(data["@maxUsers"] !== undefined){
let data3 = data["@maxUsers"];
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
const err8 = {instancePath:instancePath+"/@maxUsers",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 > 1000000 || isNaN(data3)){
const err9 = {instancePath:instancePath+"/@maxUsers",keyword:"maximum",params:{comparison: "<=", limit: 1000000}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data3 < 1 || isNaN(data3)){
const err10 = {instancePath:instancePath+"/@maxUsers",keyword:"minimum",params:{comparison: ">=", limit: 1}};
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
if(data["@maxCommandsPerShell"] !== undefined){
let data4 = data["@maxCommandsPerShell"];
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
const err11 = {instancePath:instancePath+"/@maxCommandsPerShell",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 > 1000000 || isNaN(data4)){
const err12 = {instancePath:instancePath+"/@maxCommandsPerShell",keyword:"maximum",params:{comparison: "<=", limit: 1000000}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(data4 < 1 || isNaN(data4)){
const err13 = {instancePath:instancePath+"/@maxCommandsPerShell",keyword:"minimum",params:{comparison: ">=", limit: 1}};
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
if(data["@maxRunTime"] !== undefined){
let data5 = data["@maxRunTime"];
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 > 2147483 || isNaN(data5)){
const err14 = {instancePath:instancePath+"/@maxRunTime",keyword:"maximum",params:{comparison: "<=", limit: 2147483}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(data5 < 0 || isNaN(data5)){
const err15 = {instancePath:instancePath+"/@maxRunTime",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if((data5 - 0) % 1 !== 0){
const err16 = {instancePath:instancePath+"/@maxRunTime",keyword:"granularity",params:{}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/@maxRunTime",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
else {
const err18 = {instancePath,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
validate174.errors = vErrors;
return errors === 0;
}


function validate176(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((key0 === "@node") || (key0 === "@nodes"))){
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
if(data["@node"] !== undefined){
if(typeof data["@node"] !== "string"){
const err1 = {instancePath:instancePath+"/@node",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data["@nodes"] !== undefined){
if(typeof data["@nodes"] !== "string"){
const err2 = {instancePath:instancePath+"/@nodes",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
else {
const err3 = {instancePath,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
validate176.errors = vErrors;
return errors === 0;
}


function validate178(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(key0 === "@timeout")){
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
if(data["@timeout"] !== undefined){
let data0 = data["@timeout"];
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 3600 || isNaN(data0)){
const err1 = {instancePath:instancePath+"/@timeout",keyword:"maximum",params:{comparison: "<=", limit: 3600}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data0 < 1 || isNaN(data0)){
const err2 = {instancePath:instancePath+"/@timeout",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if((data0 - 1) % 1 !== 0 && data0 % 1 !== 0){
const err3 = {instancePath:instancePath+"/@timeout",keyword:"granularity",params:{}};
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
const err4 = {instancePath:instancePath+"/@timeout",keyword:"type",params:{type: "number"}};
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
validate178.errors = vErrors;
return errors === 0;
}


function validate151(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema75.properties, key0))){
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
if(data["@messageEncryption"] !== undefined){
let data1 = data["@messageEncryption"];
if(!((data1 === "iis") || (data1 === "service"))){
const err2 = {instancePath:instancePath+"/@messageEncryption",keyword:"enum",params:{allowedValues: schema75.properties["@messageEncryption"].enum}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data["@maxBatchItems"] !== undefined){
let data2 = data["@maxBatchItems"];
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
const err3 = {instancePath:instancePath+"/@maxBatchItems",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 4294967295 || isNaN(data2)){
const err4 = {instancePath:instancePath+"/@maxBatchItems",keyword:"maximum",params:{comparison: "<=", limit: 4294967295}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data2 < 1 || isNaN(data2)){
const err5 = {instancePath:instancePath+"/@maxBatchItems",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
if(data["<negotiate"] !== undefined){
if(!(validate152(data["<negotiate"], {instancePath:instancePath+"/<negotiate",parentData:data,parentDataProperty:"<negotiate",rootData}))){
vErrors = vErrors === null ? validate152.errors : vErrors.concat(validate152.errors);
errors = vErrors.length;
}
}
if(data["<identify"] !== undefined){
if(!(validate154(data["<identify"], {instancePath:instancePath+"/<identify",parentData:data,parentDataProperty:"<identify",rootData}))){
vErrors = vErrors === null ? validate154.errors : vErrors.concat(validate154.errors);
errors = vErrors.length;
}
}
if(data["<pluginDirectories"] !== undefined){
if(!(validate156(data["<pluginDirectories"], {instancePath:instancePath+"/<pluginDirectories",parentData:data,parentDataProperty:"<pluginDirectories",rootData}))){
vErrors = vErrors === null ? validate156.errors : vErrors.concat(validate156.errors);
errors = vErrors.length;
}
}
if(data["<fileMappings"] !== undefined){
if(!(validate160(data["<fileMappings"], {instancePath:instancePath+"/<fileMappings",parentData:data,parentDataProperty:"<fileMappings",rootData}))){
vErrors = vErrors === null ? validate160.errors : vErrors.concat(validate160.errors);
errors = vErrors.length;
}
}
if(data["<configurationEditing"] !== undefined){
if(!(validate164(data["<configurationEditing"], {instancePath:instancePath+"/<configurationEditing",parentData:data,parentDataProperty:"<configurationEditing",rootData}))){
vErrors = vErrors === null ? validate164.errors : vErrors.concat(validate164.errors);
errors = vErrors.length;
}
}
if(data["<modules"] !== undefined){
if(!(validate168(data["<modules"], {instancePath:instancePath+"/<modules",parentData:data,parentDataProperty:"<modules",rootData}))){
vErrors = vErrors === null ? validate168.errors : vErrors.concat(validate168.errors);
errors = vErrors.length;
}
}
if(data["<plugins"] !== undefined){
if(!(validate170(data["<plugins"], {instancePath:instancePath+"/<plugins",parentData:data,parentDataProperty:"<plugins",rootData}))){
vErrors = vErrors === null ? validate170.errors : vErrors.concat(validate170.errors);
errors = vErrors.length;
}
}
if(data["<shells"] !== undefined){
if(!(validate174(data["<shells"], {instancePath:instancePath+"/<shells",parentData:data,parentDataProperty:"<shells",rootData}))){
vErrors = vErrors === null ? validate174.errors : vErrors.concat(validate174.errors);
errors = vErrors.length;
}
}
if(data["<farm"] !== undefined){
if(!(validate176(data["<farm"], {instancePath:instancePath+"/<farm",parentData:data,parentDataProperty:"<farm",rootData}))){
vErrors = vErrors === null ? validate176.errors : vErrors.concat(validate176.errors);
errors = vErrors.length;
}
}
if(data["<authorization"] !== undefined){
if(!(validate178(data["<authorization"], {instancePath:instancePath+"/<authorization",parentData:data,parentDataProperty:"<authorization",rootData}))){
vErrors = vErrors === null ? validate178.errors : vErrors.concat(validate178.errors);
errors = vErrors.length;
}
}
}
else {
const err6 = {instancePath,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate151.errors = vErrors;
return errors === 0;
}


function validate150(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="system.webServer/wsmanor" */;
let vErrors = null;
let errors = 0;
if(!(validate151(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate151.errors : vErrors.concat(validate151.errors);
errors = vErrors.length;
}
validate150.errors = vErrors;
return errors === 0;
}
exports.sections = new Map([
  ["system.applicationHost/sites", { fingerprint: "1d627264d3ac83", validate: exports.section0 }],
  ["system.webServer/handlers", { fingerprint: "183f03ffe6f6d7", validate: exports.section1 }],
  ["system.webServer/security/authentication/anonymousAuthentication", { fingerprint: "179eaa8e196166", validate: exports.section2 }],
  ["system.webServer/security/authentication/basicAuthentication", { fingerprint: "1f3c8e334ecec0", validate: exports.section3 }],
  ["system.webServer/security/authentication/windowsAuthentication", { fingerprint: "0f8d80afbc9482", validate: exports.section4 }],
  ["system.webServer/security/authentication/iisClientCertificateMappingAuthentication", { fingerprint: "1f3cd876c901f0", validate: exports.section5 }],
  ["system.webServer/security/access", { fingerprint: "03cfff5774c50d", validate: exports.section6 }],
  ["system.webServer/security/authorization", { fingerprint: "0cc941d06b11ba", validate: exports.section7 }],
  ["system.webServer/security/ipSecurity", { fingerprint: "0dee4f29df8367", validate: exports.section8 }],
  ["system.webServer/globalModules", { fingerprint: "1d69c54ee685c2", validate: exports.section9 }],
  ["system.webServer/modules", { fingerprint: "02d032dfeee265", validate: exports.section10 }],
  ["system.webServer/serverRuntime", { fingerprint: "033cae9a9391ef", validate: exports.section11 }],
  ["system.webServer/system.management.wsmanagement.config", { fingerprint: "133f81ff05651c", validate: exports.section12 }],
  ["system.applicationHost/listener", { fingerprint: "1e28afcdd07a79", validate: exports.section13 }],
  ["system.webServer/wsmanor", { fingerprint: "0ff310533edb6f", validate: exports.section14 }],
]);
