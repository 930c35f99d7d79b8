import type { Golden } from "./golden.js";

/** Instances of performance classes. Checked value by value against the fake machine: change one only with a reason that is not the code. */
export const performanceGoldens: readonly Golden[] = [
  {
    machine: "server", scheme: "wmi", className: "Win32_PerfRawData_PerfDisk_PhysicalDisk", at: 0,
    xml: String.raw`
<p:Win32_PerfRawData_PerfDisk_PhysicalDisk xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:p="http://schemas.microsoft.com/wbem/wsman/1/wmi/root/cimv2/Win32_PerfRawData_PerfDisk_PhysicalDisk"
  xmlns:cim="http://schemas.dmtf.org/wbem/wscim/1/common" xsi:type="p:Win32_PerfRawData_PerfDisk_PhysicalDisk_Type">
  <p:AvgDiskBytesPerRead>40960000</p:AvgDiskBytesPerRead>
  <p:AvgDiskBytesPerRead_Base>1000</p:AvgDiskBytesPerRead_Base>
  <p:AvgDiskBytesPerTransfer>122880000</p:AvgDiskBytesPerTransfer>
  <p:AvgDiskBytesPerTransfer_Base>4000</p:AvgDiskBytesPerTransfer_Base>
  <p:AvgDiskBytesPerWrite>81920000</p:AvgDiskBytesPerWrite>
  <p:AvgDiskBytesPerWrite_Base>3000</p:AvgDiskBytesPerWrite_Base>
  <p:AvgDiskQueueLength>130000000</p:AvgDiskQueueLength>
  <p:AvgDiskReadQueueLength>40000000</p:AvgDiskReadQueueLength>
  <p:AvgDisksecPerRead>40000000</p:AvgDisksecPerRead>
  <p:AvgDisksecPerRead_Base>1000</p:AvgDisksecPerRead_Base>
  <p:AvgDisksecPerTransfer>130000000</p:AvgDisksecPerTransfer>
  <p:AvgDisksecPerTransfer_Base>4000</p:AvgDisksecPerTransfer_Base>
  <p:AvgDisksecPerWrite>90000000</p:AvgDisksecPerWrite>
  <p:AvgDisksecPerWrite_Base>3000</p:AvgDisksecPerWrite_Base>
  <p:AvgDiskWriteQueueLength>90000000</p:AvgDiskWriteQueueLength>
  <p:Caption xsi:nil="true"/>
  <p:CurrentDiskQueueLength>2</p:CurrentDiskQueueLength>
  <p:Description xsi:nil="true"/>
  <p:DiskBytesPersec>122880000</p:DiskBytesPersec>
  <p:DiskReadBytesPersec>40960000</p:DiskReadBytesPersec>
  <p:DiskReadsPersec>1000</p:DiskReadsPersec>
  <p:DiskTransfersPersec>4000</p:DiskTransfersPersec>
  <p:DiskWriteBytesPersec>81920000</p:DiskWriteBytesPersec>
  <p:DiskWritesPersec>3000</p:DiskWritesPersec>
  <p:Frequency_Object>10000000</p:Frequency_Object>
  <p:Frequency_PerfTime>10000000</p:Frequency_PerfTime>
  <p:Frequency_Sys100NS>10000000</p:Frequency_Sys100NS>
  <p:Name>sda</p:Name>
  <p:PercentDiskReadTime>40000000</p:PercentDiskReadTime>
  <p:PercentDiskReadTime_Base>134168229302500000</p:PercentDiskReadTime_Base>
  <p:PercentDiskTime>130000000</p:PercentDiskTime>
  <p:PercentDiskTime_Base>134168229302500000</p:PercentDiskTime_Base>
  <p:PercentDiskWriteTime>90000000</p:PercentDiskWriteTime>
  <p:PercentDiskWriteTime_Base>134168229302500000</p:PercentDiskWriteTime_Base>
  <p:PercentIdleTime>3493242500000</p:PercentIdleTime>
  <p:PercentIdleTime_Base>134168229302500000</p:PercentIdleTime_Base>
  <p:SplitIOPerSec xsi:nil="true"/>
  <p:Timestamp_Object>134168229302500000</p:Timestamp_Object>
  <p:Timestamp_PerfTime>134168229302500000</p:Timestamp_PerfTime>
  <p:Timestamp_Sys100NS>134168229302500000</p:Timestamp_Sys100NS>
</p:Win32_PerfRawData_PerfDisk_PhysicalDisk>`,
  },
  {
    machine: "server", scheme: "wmi", className: "Win32_PerfFormattedData_PerfDisk_PhysicalDisk", at: 2,
    xml: String.raw`
<p:Win32_PerfFormattedData_PerfDisk_PhysicalDisk xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:p="http://schemas.microsoft.com/wbem/wsman/1/wmi/root/cimv2/Win32_PerfFormattedData_PerfDisk_PhysicalDisk"
  xmlns:cim="http://schemas.dmtf.org/wbem/wscim/1/common" xsi:type="p:Win32_PerfFormattedData_PerfDisk_PhysicalDisk_Type">
  <p:AvgDiskBytesPerRead>0</p:AvgDiskBytesPerRead>
  <p:AvgDiskBytesPerTransfer>0</p:AvgDiskBytesPerTransfer>
  <p:AvgDiskBytesPerWrite>0</p:AvgDiskBytesPerWrite>
  <p:AvgDiskQueueLength>0</p:AvgDiskQueueLength>
  <p:AvgDiskReadQueueLength>0</p:AvgDiskReadQueueLength>
  <p:AvgDisksecPerRead>0</p:AvgDisksecPerRead>
  <p:AvgDisksecPerTransfer>0</p:AvgDisksecPerTransfer>
  <p:AvgDisksecPerWrite>0</p:AvgDisksecPerWrite>
  <p:AvgDiskWriteQueueLength>0</p:AvgDiskWriteQueueLength>
  <p:Caption xsi:nil="true"/>
  <p:CurrentDiskQueueLength>2</p:CurrentDiskQueueLength>
  <p:Description xsi:nil="true"/>
  <p:DiskBytesPersec>0</p:DiskBytesPersec>
  <p:DiskReadBytesPersec>0</p:DiskReadBytesPersec>
  <p:DiskReadsPersec>0</p:DiskReadsPersec>
  <p:DiskTransfersPersec>0</p:DiskTransfersPersec>
  <p:DiskWriteBytesPersec>0</p:DiskWriteBytesPersec>
  <p:DiskWritesPersec>0</p:DiskWritesPersec>
  <p:Frequency_Object>0</p:Frequency_Object>
  <p:Frequency_PerfTime>0</p:Frequency_PerfTime>
  <p:Frequency_Sys100NS>0</p:Frequency_Sys100NS>
  <p:Name>_Total</p:Name>
  <p:PercentDiskReadTime>0</p:PercentDiskReadTime>
  <p:PercentDiskTime>0</p:PercentDiskTime>
  <p:PercentDiskWriteTime>0</p:PercentDiskWriteTime>
  <p:PercentIdleTime>100</p:PercentIdleTime>
  <p:SplitIOPerSec xsi:nil="true"/>
  <p:Timestamp_Object>0</p:Timestamp_Object>
  <p:Timestamp_PerfTime>0</p:Timestamp_PerfTime>
  <p:Timestamp_Sys100NS>0</p:Timestamp_Sys100NS>
</p:Win32_PerfFormattedData_PerfDisk_PhysicalDisk>`,
  },
  {
    machine: "server", scheme: "wmi", className: "Win32_PerfRawData_PerfDisk_LogicalDisk", at: 3,
    xml: String.raw`
<p:Win32_PerfRawData_PerfDisk_LogicalDisk xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:p="http://schemas.microsoft.com/wbem/wsman/1/wmi/root/cimv2/Win32_PerfRawData_PerfDisk_LogicalDisk"
  xmlns:cim="http://schemas.dmtf.org/wbem/wscim/1/common" xsi:type="p:Win32_PerfRawData_PerfDisk_LogicalDisk_Type">
  <p:AvgDiskBytesPerRead>39731200</p:AvgDiskBytesPerRead>
  <p:AvgDiskBytesPerRead_Base>1150</p:AvgDiskBytesPerRead_Base>
  <p:AvgDiskBytesPerTransfer>116981760</p:AvgDiskBytesPerTransfer>
  <p:AvgDiskBytesPerTransfer_Base>4160</p:AvgDiskBytesPerTransfer_Base>
  <p:AvgDiskBytesPerWrite>77250560</p:AvgDiskBytesPerWrite>
  <p:AvgDiskBytesPerWrite_Base>3010</p:AvgDiskBytesPerWrite_Base>
  <p:AvgDiskQueueLength>137500000</p:AvgDiskQueueLength>
  <p:AvgDiskReadQueueLength>47000000</p:AvgDiskReadQueueLength>
  <p:AvgDisksecPerRead>47000000</p:AvgDisksecPerRead>
  <p:AvgDisksecPerRead_Base>1150</p:AvgDisksecPerRead_Base>
  <p:AvgDisksecPerTransfer>137500000</p:AvgDisksecPerTransfer>
  <p:AvgDisksecPerTransfer_Base>4160</p:AvgDisksecPerTransfer_Base>
  <p:AvgDisksecPerWrite>90500000</p:AvgDisksecPerWrite>
  <p:AvgDisksecPerWrite_Base>3010</p:AvgDisksecPerWrite_Base>
  <p:AvgDiskWriteQueueLength>90500000</p:AvgDiskWriteQueueLength>
  <p:Caption xsi:nil="true"/>
  <p:CurrentDiskQueueLength>1</p:CurrentDiskQueueLength>
  <p:Description xsi:nil="true"/>
  <p:DiskBytesPersec>116981760</p:DiskBytesPersec>
  <p:DiskReadBytesPersec>39731200</p:DiskReadBytesPersec>
  <p:DiskReadsPersec>1150</p:DiskReadsPersec>
  <p:DiskTransfersPersec>4160</p:DiskTransfersPersec>
  <p:DiskWriteBytesPersec>77250560</p:DiskWriteBytesPersec>
  <p:DiskWritesPersec>3010</p:DiskWritesPersec>
  <p:FreeMegabytes>95367</p:FreeMegabytes>
  <p:Frequency_Object>10000000</p:Frequency_Object>
  <p:Frequency_PerfTime>10000000</p:Frequency_PerfTime>
  <p:Frequency_Sys100NS>10000000</p:Frequency_Sys100NS>
  <p:Name>_Total</p:Name>
  <p:PercentDiskReadTime>15666667</p:PercentDiskReadTime>
  <p:PercentDiskReadTime_Base>134168229302500000</p:PercentDiskReadTime_Base>
  <p:PercentDiskTime>45833333</p:PercentDiskTime>
  <p:PercentDiskTime_Base>134168229302500000</p:PercentDiskTime_Base>
  <p:PercentDiskWriteTime>30166667</p:PercentDiskWriteTime>
  <p:PercentDiskWriteTime_Base>134168229302500000</p:PercentDiskWriteTime_Base>
  <p:PercentFreeSpace>95367</p:PercentFreeSpace>
  <p:PercentFreeSpace_Base>246524</p:PercentFreeSpace_Base>
  <p:PercentIdleTime>3493279500000</p:PercentIdleTime>
  <p:PercentIdleTime_Base>134168229302500000</p:PercentIdleTime_Base>
  <p:SplitIOPerSec xsi:nil="true"/>
  <p:Timestamp_Object>134168229302500000</p:Timestamp_Object>
  <p:Timestamp_PerfTime>134168229302500000</p:Timestamp_PerfTime>
  <p:Timestamp_Sys100NS>134168229302500000</p:Timestamp_Sys100NS>
</p:Win32_PerfRawData_PerfDisk_LogicalDisk>`,
  },
  {
    machine: "server", scheme: "dmtf", className: "Win32_PerfFormattedData_PerfDisk_LogicalDisk", at: 0,
    xml: String.raw`
<p:Win32_PerfFormattedData_PerfDisk_LogicalDisk xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:p="http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/Win32_PerfFormattedData_PerfDisk_LogicalDisk"
  xmlns:cim="http://schemas.dmtf.org/wbem/wscim/1/common" xsi:type="p:Win32_PerfFormattedData_PerfDisk_LogicalDisk_Type">
  <p:AvgDiskBytesPerRead xsi:type="cim:cimUnsignedLong">0</p:AvgDiskBytesPerRead>
  <p:AvgDiskBytesPerTransfer xsi:type="cim:cimUnsignedLong">0</p:AvgDiskBytesPerTransfer>
  <p:AvgDiskBytesPerWrite xsi:type="cim:cimUnsignedLong">0</p:AvgDiskBytesPerWrite>
  <p:AvgDiskQueueLength xsi:type="cim:cimUnsignedLong">0</p:AvgDiskQueueLength>
  <p:AvgDiskReadQueueLength xsi:type="cim:cimUnsignedLong">0</p:AvgDiskReadQueueLength>
  <p:AvgDisksecPerRead xsi:type="cim:cimUnsignedInt">0</p:AvgDisksecPerRead>
  <p:AvgDisksecPerTransfer xsi:type="cim:cimUnsignedInt">0</p:AvgDisksecPerTransfer>
  <p:AvgDisksecPerWrite xsi:type="cim:cimUnsignedInt">0</p:AvgDisksecPerWrite>
  <p:AvgDiskWriteQueueLength xsi:type="cim:cimUnsignedLong">0</p:AvgDiskWriteQueueLength>
  <p:Caption xsi:nil="true"/>
  <p:CurrentDiskQueueLength xsi:type="cim:cimUnsignedInt">1</p:CurrentDiskQueueLength>
  <p:Description xsi:nil="true"/>
  <p:DiskBytesPersec xsi:type="cim:cimUnsignedLong">0</p:DiskBytesPersec>
  <p:DiskReadBytesPersec xsi:type="cim:cimUnsignedLong">0</p:DiskReadBytesPersec>
  <p:DiskReadsPersec xsi:type="cim:cimUnsignedInt">0</p:DiskReadsPersec>
  <p:DiskTransfersPersec xsi:type="cim:cimUnsignedInt">0</p:DiskTransfersPersec>
  <p:DiskWriteBytesPersec xsi:type="cim:cimUnsignedLong">0</p:DiskWriteBytesPersec>
  <p:DiskWritesPersec xsi:type="cim:cimUnsignedInt">0</p:DiskWritesPersec>
  <p:FreeMegabytes xsi:type="cim:cimUnsignedInt">95367</p:FreeMegabytes>
  <p:Frequency_Object xsi:type="cim:cimUnsignedLong">0</p:Frequency_Object>
  <p:Frequency_PerfTime xsi:type="cim:cimUnsignedLong">0</p:Frequency_PerfTime>
  <p:Frequency_Sys100NS xsi:type="cim:cimUnsignedLong">0</p:Frequency_Sys100NS>
  <p:Name xsi:type="cim:cimString">/</p:Name>
  <p:PercentDiskReadTime xsi:type="cim:cimUnsignedLong">0</p:PercentDiskReadTime>
  <p:PercentDiskTime xsi:type="cim:cimUnsignedLong">0</p:PercentDiskTime>
  <p:PercentDiskWriteTime xsi:type="cim:cimUnsignedLong">0</p:PercentDiskWriteTime>
  <p:PercentFreeSpace xsi:type="cim:cimUnsignedInt">40</p:PercentFreeSpace>
  <p:PercentIdleTime xsi:type="cim:cimUnsignedLong">100</p:PercentIdleTime>
  <p:SplitIOPerSec xsi:nil="true"/>
  <p:Timestamp_Object xsi:type="cim:cimUnsignedLong">0</p:Timestamp_Object>
  <p:Timestamp_PerfTime xsi:type="cim:cimUnsignedLong">0</p:Timestamp_PerfTime>
  <p:Timestamp_Sys100NS xsi:type="cim:cimUnsignedLong">0</p:Timestamp_Sys100NS>
</p:Win32_PerfFormattedData_PerfDisk_LogicalDisk>`,
  },
  {
    machine: "server", scheme: "wmi", className: "Win32_PerfRawData_PerfOS_Memory", at: 0,
    xml: String.raw`
<p:Win32_PerfRawData_PerfOS_Memory xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:p="http://schemas.microsoft.com/wbem/wsman/1/wmi/root/cimv2/Win32_PerfRawData_PerfOS_Memory"
  xmlns:cim="http://schemas.dmtf.org/wbem/wscim/1/common" xsi:type="p:Win32_PerfRawData_PerfOS_Memory_Type">
  <p:AvailableBytes>409600000000</p:AvailableBytes>
  <p:AvailableKBytes>400000000</p:AvailableKBytes>
  <p:AvailableMBytes>390625</p:AvailableMBytes>
  <p:CacheBytes>20480000000</p:CacheBytes>
  <p:CacheBytesPeak xsi:nil="true"/>
  <p:CacheFaultsPersec xsi:nil="true"/>
  <p:Caption xsi:nil="true"/>
  <p:CommitLimit>279069585408</p:CommitLimit>
  <p:CommittedBytes>139534792704</p:CommittedBytes>
  <p:DemandZeroFaultsPersec xsi:nil="true"/>
  <p:Description xsi:nil="true"/>
  <p:FreeAndZeroPageListBytes>1024000000</p:FreeAndZeroPageListBytes>
  <p:FreeSystemPageTableEntries xsi:nil="true"/>
  <p:Frequency_Object>10000000</p:Frequency_Object>
  <p:Frequency_PerfTime>10000000</p:Frequency_PerfTime>
  <p:Frequency_Sys100NS>10000000</p:Frequency_Sys100NS>
  <p:LongTermAverageStandbyCacheLifetimes xsi:nil="true"/>
  <p:ModifiedPageListBytes>655360</p:ModifiedPageListBytes>
  <p:Name xsi:nil="true"/>
  <p:PageFaultsPersec>705032704</p:PageFaultsPersec>
  <p:PageReadsPersec>2500</p:PageReadsPersec>
  <p:PagesInputPersec>100</p:PagesInputPersec>
  <p:PagesOutputPersec>300</p:PagesOutputPersec>
  <p:PagesPersec>400</p:PagesPersec>
  <p:PageWritesPersec xsi:nil="true"/>
  <p:PercentCommittedBytesInUse>34066111</p:PercentCommittedBytesInUse>
  <p:PercentCommittedBytesInUse_Base>68132223</p:PercentCommittedBytesInUse_Base>
  <p:PoolNonpagedAllocs xsi:nil="true"/>
  <p:PoolNonpagedBytes>307200000</p:PoolNonpagedBytes>
  <p:PoolPagedAllocs xsi:nil="true"/>
  <p:PoolPagedBytes xsi:nil="true"/>
  <p:PoolPagedResidentBytes xsi:nil="true"/>
  <p:StandbyCacheCoreBytes xsi:nil="true"/>
  <p:StandbyCacheNormalPriorityBytes xsi:nil="true"/>
  <p:StandbyCacheReserveBytes xsi:nil="true"/>
  <p:SystemCacheResidentBytes xsi:nil="true"/>
  <p:SystemCodeResidentBytes xsi:nil="true"/>
  <p:SystemCodeTotalBytes xsi:nil="true"/>
  <p:SystemDriverResidentBytes xsi:nil="true"/>
  <p:SystemDriverTotalBytes xsi:nil="true"/>
  <p:Timestamp_Object>134168229302500000</p:Timestamp_Object>
  <p:Timestamp_PerfTime>134168229302500000</p:Timestamp_PerfTime>
  <p:Timestamp_Sys100NS>134168229302500000</p:Timestamp_Sys100NS>
  <p:TransitionFaultsPersec xsi:nil="true"/>
  <p:TransitionPagesRePurposedPersec xsi:nil="true"/>
  <p:WriteCopiesPersec xsi:nil="true"/>
</p:Win32_PerfRawData_PerfOS_Memory>`,
  },
  {
    machine: "server", scheme: "wmi", className: "Win32_PerfFormattedData_PerfOS_Memory", at: 0,
    xml: String.raw`
<p:Win32_PerfFormattedData_PerfOS_Memory xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:p="http://schemas.microsoft.com/wbem/wsman/1/wmi/root/cimv2/Win32_PerfFormattedData_PerfOS_Memory"
  xmlns:cim="http://schemas.dmtf.org/wbem/wscim/1/common" xsi:type="p:Win32_PerfFormattedData_PerfOS_Memory_Type">
  <p:AvailableBytes>409600000000</p:AvailableBytes>
  <p:AvailableKBytes>400000000</p:AvailableKBytes>
  <p:AvailableMBytes>390625</p:AvailableMBytes>
  <p:CacheBytes>20480000000</p:CacheBytes>
  <p:CacheBytesPeak xsi:nil="true"/>
  <p:CacheFaultsPersec xsi:nil="true"/>
  <p:Caption xsi:nil="true"/>
  <p:CommitLimit>279069585408</p:CommitLimit>
  <p:CommittedBytes>139534792704</p:CommittedBytes>
  <p:DemandZeroFaultsPersec xsi:nil="true"/>
  <p:Description xsi:nil="true"/>
  <p:FreeAndZeroPageListBytes>1024000000</p:FreeAndZeroPageListBytes>
  <p:FreeSystemPageTableEntries xsi:nil="true"/>
  <p:Frequency_Object>0</p:Frequency_Object>
  <p:Frequency_PerfTime>0</p:Frequency_PerfTime>
  <p:Frequency_Sys100NS>0</p:Frequency_Sys100NS>
  <p:LongTermAverageStandbyCacheLifetimes xsi:nil="true"/>
  <p:ModifiedPageListBytes>655360</p:ModifiedPageListBytes>
  <p:Name xsi:nil="true"/>
  <p:PageFaultsPersec>0</p:PageFaultsPersec>
  <p:PageReadsPersec>0</p:PageReadsPersec>
  <p:PagesInputPersec>0</p:PagesInputPersec>
  <p:PagesOutputPersec>0</p:PagesOutputPersec>
  <p:PagesPersec>0</p:PagesPersec>
  <p:PageWritesPersec xsi:nil="true"/>
  <p:PercentCommittedBytesInUse>50</p:PercentCommittedBytesInUse>
  <p:PoolNonpagedAllocs xsi:nil="true"/>
  <p:PoolNonpagedBytes>307200000</p:PoolNonpagedBytes>
  <p:PoolPagedAllocs xsi:nil="true"/>
  <p:PoolPagedBytes xsi:nil="true"/>
  <p:PoolPagedResidentBytes xsi:nil="true"/>
  <p:StandbyCacheCoreBytes xsi:nil="true"/>
  <p:StandbyCacheNormalPriorityBytes xsi:nil="true"/>
  <p:StandbyCacheReserveBytes xsi:nil="true"/>
  <p:SystemCacheResidentBytes xsi:nil="true"/>
  <p:SystemCodeResidentBytes xsi:nil="true"/>
  <p:SystemCodeTotalBytes xsi:nil="true"/>
  <p:SystemDriverResidentBytes xsi:nil="true"/>
  <p:SystemDriverTotalBytes xsi:nil="true"/>
  <p:Timestamp_Object>0</p:Timestamp_Object>
  <p:Timestamp_PerfTime>0</p:Timestamp_PerfTime>
  <p:Timestamp_Sys100NS>0</p:Timestamp_Sys100NS>
  <p:TransitionFaultsPersec xsi:nil="true"/>
  <p:TransitionPagesRePurposedPersec xsi:nil="true"/>
  <p:WriteCopiesPersec xsi:nil="true"/>
</p:Win32_PerfFormattedData_PerfOS_Memory>`,
  },
  {
    machine: "server", scheme: "wmi", className: "Win32_PerfRawData_Tcpip_NetworkInterface", at: 0,
    xml: String.raw`
<p:Win32_PerfRawData_Tcpip_NetworkInterface xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:p="http://schemas.microsoft.com/wbem/wsman/1/wmi/root/cimv2/Win32_PerfRawData_Tcpip_NetworkInterface"
  xmlns:cim="http://schemas.dmtf.org/wbem/wscim/1/common" xsi:type="p:Win32_PerfRawData_Tcpip_NetworkInterface_Type">
  <p:BytesReceivedPersec>9007199254</p:BytesReceivedPersec>
  <p:BytesSentPersec>1234567890</p:BytesSentPersec>
  <p:BytesTotalPersec>10241767144</p:BytesTotalPersec>
  <p:Caption xsi:nil="true"/>
  <p:CurrentBandwidth>1000000000</p:CurrentBandwidth>
  <p:Description xsi:nil="true"/>
  <p:Frequency_Object>10000000</p:Frequency_Object>
  <p:Frequency_PerfTime>10000000</p:Frequency_PerfTime>
  <p:Frequency_Sys100NS>10000000</p:Frequency_Sys100NS>
  <p:Name>eth0</p:Name>
  <p:OffloadedConnections xsi:nil="true"/>
  <p:OutputQueueLength xsi:nil="true"/>
  <p:PacketsOutboundDiscarded>2</p:PacketsOutboundDiscarded>
  <p:PacketsOutboundErrors>1</p:PacketsOutboundErrors>
  <p:PacketsPersec>1200000</p:PacketsPersec>
  <p:PacketsReceivedDiscarded>4</p:PacketsReceivedDiscarded>
  <p:PacketsReceivedErrors>3</p:PacketsReceivedErrors>
  <p:PacketsReceivedNonUnicastPersec xsi:nil="true"/>
  <p:PacketsReceivedPersec>700000</p:PacketsReceivedPersec>
  <p:PacketsReceivedUnicastPersec xsi:nil="true"/>
  <p:PacketsReceivedUnknown xsi:nil="true"/>
  <p:PacketsSentNonUnicastPersec xsi:nil="true"/>
  <p:PacketsSentPersec>500000</p:PacketsSentPersec>
  <p:PacketsSentUnicastPersec xsi:nil="true"/>
  <p:TCPActiveRSCConnections xsi:nil="true"/>
  <p:TCPRSCAveragePacketSize xsi:nil="true"/>
  <p:TCPRSCCoalescedPacketsPersec xsi:nil="true"/>
  <p:TCPRSCExceptionsPersec xsi:nil="true"/>
  <p:Timestamp_Object>134168229302500000</p:Timestamp_Object>
  <p:Timestamp_PerfTime>134168229302500000</p:Timestamp_PerfTime>
  <p:Timestamp_Sys100NS>134168229302500000</p:Timestamp_Sys100NS>
</p:Win32_PerfRawData_Tcpip_NetworkInterface>`,
  },
  {
    machine: "server", scheme: "wmi", className: "Win32_PerfFormattedData_Tcpip_NetworkInterface", at: 1,
    xml: String.raw`
<p:Win32_PerfFormattedData_Tcpip_NetworkInterface xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:p="http://schemas.microsoft.com/wbem/wsman/1/wmi/root/cimv2/Win32_PerfFormattedData_Tcpip_NetworkInterface"
  xmlns:cim="http://schemas.dmtf.org/wbem/wscim/1/common" xsi:type="p:Win32_PerfFormattedData_Tcpip_NetworkInterface_Type">
  <p:BytesReceivedPersec>0</p:BytesReceivedPersec>
  <p:BytesSentPersec>0</p:BytesSentPersec>
  <p:BytesTotalPersec>0</p:BytesTotalPersec>
  <p:Caption xsi:nil="true"/>
  <p:CurrentBandwidth xsi:nil="true"/>
  <p:Description xsi:nil="true"/>
  <p:Frequency_Object>0</p:Frequency_Object>
  <p:Frequency_PerfTime>0</p:Frequency_PerfTime>
  <p:Frequency_Sys100NS>0</p:Frequency_Sys100NS>
  <p:Name>eth1</p:Name>
  <p:OffloadedConnections xsi:nil="true"/>
  <p:OutputQueueLength xsi:nil="true"/>
  <p:PacketsOutboundDiscarded>0</p:PacketsOutboundDiscarded>
  <p:PacketsOutboundErrors>0</p:PacketsOutboundErrors>
  <p:PacketsPersec>0</p:PacketsPersec>
  <p:PacketsReceivedDiscarded>0</p:PacketsReceivedDiscarded>
  <p:PacketsReceivedErrors>0</p:PacketsReceivedErrors>
  <p:PacketsReceivedNonUnicastPersec xsi:nil="true"/>
  <p:PacketsReceivedPersec>0</p:PacketsReceivedPersec>
  <p:PacketsReceivedUnicastPersec xsi:nil="true"/>
  <p:PacketsReceivedUnknown xsi:nil="true"/>
  <p:PacketsSentNonUnicastPersec xsi:nil="true"/>
  <p:PacketsSentPersec>0</p:PacketsSentPersec>
  <p:PacketsSentUnicastPersec xsi:nil="true"/>
  <p:TCPActiveRSCConnections xsi:nil="true"/>
  <p:TCPRSCAveragePacketSize xsi:nil="true"/>
  <p:TCPRSCCoalescedPacketsPersec xsi:nil="true"/>
  <p:TCPRSCExceptionsPersec xsi:nil="true"/>
  <p:Timestamp_Object>0</p:Timestamp_Object>
  <p:Timestamp_PerfTime>0</p:Timestamp_PerfTime>
  <p:Timestamp_Sys100NS>0</p:Timestamp_Sys100NS>
</p:Win32_PerfFormattedData_Tcpip_NetworkInterface>`,
  },
  {
    machine: "server", scheme: "wmi", className: "Win32_PerfRawData_PerfProc_Process", at: 0,
    xml: String.raw`
<p:Win32_PerfRawData_PerfProc_Process xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:p="http://schemas.microsoft.com/wbem/wsman/1/wmi/root/cimv2/Win32_PerfRawData_PerfProc_Process"
  xmlns:cim="http://schemas.dmtf.org/wbem/wscim/1/common" xsi:type="p:Win32_PerfRawData_PerfProc_Process_Type">
  <p:Caption xsi:nil="true"/>
  <p:CreatingProcessID>0</p:CreatingProcessID>
  <p:Description xsi:nil="true"/>
  <p:ElapsedTime>134164736600000000</p:ElapsedTime>
  <p:Frequency_Object>10000000</p:Frequency_Object>
  <p:Frequency_PerfTime>10000000</p:Frequency_PerfTime>
  <p:Frequency_Sys100NS>10000000</p:Frequency_Sys100NS>
  <p:HandleCount>2</p:HandleCount>
  <p:IDProcess>1</p:IDProcess>
  <p:IODataBytesPersec>9007199254740998</p:IODataBytesPersec>
  <p:IODataOperationsPersec>13</p:IODataOperationsPersec>
  <p:IOOtherBytesPersec xsi:nil="true"/>
  <p:IOOtherOperationsPersec xsi:nil="true"/>
  <p:IOReadBytesPersec>9007199254740993</p:IOReadBytesPersec>
  <p:IOReadOperationsPersec>6</p:IOReadOperationsPersec>
  <p:IOWriteBytesPersec>5</p:IOWriteBytesPersec>
  <p:IOWriteOperationsPersec>7</p:IOWriteOperationsPersec>
  <p:Name>systemd</p:Name>
  <p:PageFaultsPersec>1007</p:PageFaultsPersec>
  <p:PageFileBytes>20480</p:PageFileBytes>
  <p:PageFileBytesPeak xsi:nil="true"/>
  <p:PercentPrivilegedTime>12500000</p:PercentPrivilegedTime>
  <p:PercentProcessorTime>37500000</p:PercentProcessorTime>
  <p:PercentUserTime>25000000</p:PercentUserTime>
  <p:PoolNonpagedBytes xsi:nil="true"/>
  <p:PoolPagedBytes xsi:nil="true"/>
  <p:PriorityBase>8</p:PriorityBase>
  <p:PrivateBytes>20480</p:PrivateBytes>
  <p:ThreadCount>3</p:ThreadCount>
  <p:Timestamp_Object>134168229302500000</p:Timestamp_Object>
  <p:Timestamp_PerfTime>134168229302500000</p:Timestamp_PerfTime>
  <p:Timestamp_Sys100NS>134168229302500000</p:Timestamp_Sys100NS>
  <p:VirtualBytes>4096</p:VirtualBytes>
  <p:VirtualBytesPeak>8192</p:VirtualBytesPeak>
  <p:WorkingSet>4096</p:WorkingSet>
  <p:WorkingSetPeak>12288</p:WorkingSetPeak>
  <p:WorkingSetPrivate>4096</p:WorkingSetPrivate>
</p:Win32_PerfRawData_PerfProc_Process>`,
  },
  {
    machine: "server", scheme: "wmi", className: "Win32_PerfFormattedData_PerfProc_Process", at: 1,
    xml: String.raw`
<p:Win32_PerfFormattedData_PerfProc_Process xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:p="http://schemas.microsoft.com/wbem/wsman/1/wmi/root/cimv2/Win32_PerfFormattedData_PerfProc_Process"
  xmlns:cim="http://schemas.dmtf.org/wbem/wscim/1/common" xsi:type="p:Win32_PerfFormattedData_PerfProc_Process_Type">
  <p:Caption xsi:nil="true"/>
  <p:CreatingProcessID>0</p:CreatingProcessID>
  <p:Description xsi:nil="true"/>
  <p:ElapsedTime>349270</p:ElapsedTime>
  <p:Frequency_Object>0</p:Frequency_Object>
  <p:Frequency_PerfTime>0</p:Frequency_PerfTime>
  <p:Frequency_Sys100NS>0</p:Frequency_Sys100NS>
  <p:HandleCount>0</p:HandleCount>
  <p:IDProcess>2</p:IDProcess>
  <p:IODataBytesPersec xsi:nil="true"/>
  <p:IODataOperationsPersec xsi:nil="true"/>
  <p:IOOtherBytesPersec xsi:nil="true"/>
  <p:IOOtherOperationsPersec xsi:nil="true"/>
  <p:IOReadBytesPersec xsi:nil="true"/>
  <p:IOReadOperationsPersec xsi:nil="true"/>
  <p:IOWriteBytesPersec xsi:nil="true"/>
  <p:IOWriteOperationsPersec xsi:nil="true"/>
  <p:Name>kthreadd</p:Name>
  <p:PageFaultsPersec>0</p:PageFaultsPersec>
  <p:PageFileBytes xsi:nil="true"/>
  <p:PageFileBytesPeak xsi:nil="true"/>
  <p:PercentPrivilegedTime>0</p:PercentPrivilegedTime>
  <p:PercentProcessorTime>0</p:PercentProcessorTime>
  <p:PercentUserTime>0</p:PercentUserTime>
  <p:PoolNonpagedBytes xsi:nil="true"/>
  <p:PoolPagedBytes xsi:nil="true"/>
  <p:PriorityBase>8</p:PriorityBase>
  <p:PrivateBytes xsi:nil="true"/>
  <p:ThreadCount>3</p:ThreadCount>
  <p:Timestamp_Object>0</p:Timestamp_Object>
  <p:Timestamp_PerfTime>0</p:Timestamp_PerfTime>
  <p:Timestamp_Sys100NS>0</p:Timestamp_Sys100NS>
  <p:VirtualBytes>0</p:VirtualBytes>
  <p:VirtualBytesPeak xsi:nil="true"/>
  <p:WorkingSet>0</p:WorkingSet>
  <p:WorkingSetPeak xsi:nil="true"/>
  <p:WorkingSetPrivate xsi:nil="true"/>
</p:Win32_PerfFormattedData_PerfProc_Process>`,
  },
];
