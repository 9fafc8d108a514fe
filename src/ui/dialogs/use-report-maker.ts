import { useEffect, useState } from 'react';
import { makeReports, type ReportMaker } from '../../store/report-client.ts';
import { useWorkspace } from '../../store/workspace.ts';

/** The worker that writes about the plan as it is; null until there is one. It ends with the dialog, or when the plan is another. */
export function useReportMaker(): ReportMaker | null {
  const plan = useWorkspace((state) => state.plan);
  const [maker, setMaker] = useState<ReportMaker | null>(null);
  useEffect(() => {
    const reports = makeReports(plan);
    setMaker(reports);
    return reports.close;
  }, [plan]);
  return maker;
}
