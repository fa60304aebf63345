"""The standard rules, read, checked and fused: written by `.venv/bin/python scripts/prepare_rules.py`."""
# mypy: ignore-errors

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from estate.facts.dictionary import Fact, Type
from estate.model.scalars import ALWAYS, NEVER, UNLIMITED, UNLIMITED_DURATION, Term
from estate.rules.definition import (
    Acceptability, Authority, Ladder, Parameter, Question, Rule, Template,
)
from estate.rules.entry import RuleSource
from estate.rules.expression.program import Judge, Part
from estate.rules.expression.tree import (
    DURATION, NUMBER, Affix, Comparison, Constant, Count, Element, Fold, Junction, Member, Missing,
    Negation, Operation, Path, Quantifier, Truth, Variable,
)
from estate.rules.expression.values import (
    element, fold, hollow, add_numbers, subtract_numbers, multiply_numbers, divide_numbers, add_durations, subtract_durations, multiply_duration, divide_duration, ratio_of_durations, multiply_term, add_duration, subtract_duration, add_term, subtract_term, subtract_days,
)
from estate.rules.prepared import Examples


DIGEST = '1765d8ba724130d19652fa6f4a9f28f35c2097fa28013be13619b54596fe5b2d'


def authorities() -> dict[str, Authority]:
    v0 = Authority('stockton-2017-p1', 'ICT Strategy 2017, principle 1', 'Stockton-on-Tees Borough Council', '2017', 'Principle 1', 'Appropriateness and value for money are the tests of any technology business case.', '')
    v1 = Authority('stockton-2017-p4', 'ICT Strategy 2017, principle 4', 'Stockton-on-Tees Borough Council', '2017', 'Principle 4', 'Existing assets are reviewed, rationalised and exploited, and waste is removed.', '')
    v2 = Authority('stockton-2017-p5', 'ICT Strategy 2017, principle 5', 'Stockton-on-Tees Borough Council', '2017', 'Principle 5', 'Where several services have similar requirements, the council takes one approach to them.', '')
    v3 = Authority('stockton-2017-p6', 'ICT Strategy 2017, principle 6', 'Stockton-on-Tees Borough Council', '2017', 'Principle 6', 'Technology helps and does not hinder; it is resilient, scalable, secure and easy to use.', '')
    v4 = Authority('stockton-2017-p8', 'ICT Strategy 2017, principle 8', 'Stockton-on-Tees Borough Council', '2017', 'Principle 8', 'No risk from legacy or unsupported technology goes unmanaged. Only supported technology is used; where that cannot be, the Senior Information Risk Owner formally recognises the risk and approves its mitigation and treatment, with a time-bound plan for removal or replacement.', '')
    v5 = Authority('cyber-essentials', 'Cyber Essentials, requirements for IT infrastructure', 'National Cyber Security Centre', '2026-04-27', 'version 3.3', 'Software in scope is licensed and supported. What is unsupported is removed, or taken out of scope by a defined sub-set that has no traffic to or from the internet. Fixes of severe vulnerabilities are installed within 14 days.', '')
    v6 = Authority('ncsc-obsolete-products', 'Guidance on obsolete products', 'National Cyber Security Centre', '', '', 'Moving off obsolete products is the only fully effective mitigation; until then, treat them as untrusted, keep untrusted content from them, restrict their reach and watch them.', '')
    v7 = Authority('caf-a3a', 'Cyber Assessment Framework 4.0, A3.a Asset management', 'National Cyber Security Centre', '2025-08-06', 'A3.a', 'All assets are identified and kept in an up-to-date inventory, with their dependencies and somebody responsible, from acquisition to decommissioning.', '')
    v8 = Authority('caf-b4d', 'Cyber Assessment Framework 4.0, B4.d Vulnerability management', 'National Cyber Security Centre', '2025-08-06', 'B4.d', 'The use of supported software, firmware and hardware is maximised; unsupported systems have temporary mitigations while migration is under way.', '')
    v9 = Authority('caf-a4', 'Cyber Assessment Framework 4.0, A4 Supply chain', 'National Cyber Security Centre', '2025-08-06', 'A4', 'The risks that come with suppliers and their services are understood and managed.', '')
    v10 = Authority('cis-control-2', 'CIS Controls, safeguard 2.2', 'Center for Internet Security', '', '2.2', 'Unsupported but necessary software has a documented exception with its mitigating controls and the acceptance of the residual risk; without one it counts as unauthorised.', '')
    v11 = Authority('pci-dss-12-3-4', 'PCI DSS 4.0.1, requirement 12.3.4', 'PCI Security Standards Council', '2025-03-31', '12.3.4', 'Hardware and software are reviewed at least every 12 months: whether they still receive security fixes, what their makers have announced, and the plan that senior management approved to replace what is outdated.', '')
    v12 = Authority('govuk-legacy', 'Guidance on legacy technology', 'UK Government', '', '', 'Technology is legacy when it is an end-of-life product, out of support or on extended support, impossible to update, no longer cost-effective, or above the risk that is accepted.', '')
    v13 = Authority('govuk-pstn', 'Guidance on the withdrawal of the public switched telephone network', 'UK Government', '2024-11-18', '', 'The public switched telephone network and ISDN are retired in the United Kingdom by January 2027; telecare, lifts, alarms and door entry are among the uses that must move.', '')
    v14 = Authority('iso-19770', 'ISO/IEC 19770, IT asset management', 'International Organization for Standardization', '', '', 'Entitlements are compared with what is deployed; what is bought and not used is known.', '')
    v15 = Authority('stockton-2017-p2', 'ICT Strategy 2017, principle 2', 'Stockton-on-Tees Borough Council', '2017', 'Principle 2', 'The right technologies are used, with the skills that they need.', '')
    v16 = Authority('stockton-2017-hosting', 'ICT Strategy 2017, on cloud and hosted services', 'Stockton-on-Tees Borough Council', '2017', '', 'The advantages and disadvantages of the cloud are transparent before the council commits itself, a guide to hosted services informs the assessment, and what is built for the cloud is told apart from what was merely moved to it.', '')
    v17 = Authority('stockton-2017-partners', 'ICT Strategy 2017, on partners and supply chains', 'Stockton-on-Tees Borough Council', '2017', '', 'The estate is an increasing mix of hosted, on-premise and partner systems; on-line supply chains are managed together with the partners, who may lead where the council does not.', '')
    v18 = Authority('litraf', 'Legacy IT Risk Assessment Framework', 'Central Digital and Data Office', '2023-09-29', '', 'Legacy systems are scored for likelihood and impact over three years; one likelihood of 3 or more makes a system legacy, and a score of 16 or more of 30 rates it red.', '')
    v19 = Authority('transparency-code-2015', 'Local Government Transparency Code 2015', 'UK Government', '2015', '', 'Every quarter, councils publish the contracts above £5,000: reference, title, description, department, supplier, sum, dates, how it was procured, and whether the supplier is small.', '')
    v20 = Authority('psn-coco', 'PSN Code of Connection 1.32', 'UK Government', '2022-09', '', "Cloud services that are used are assessed against the NCSC's cloud security principles.", '')
    v21 = Authority('lgam', 'Local Government Architecture Model', 'GDS Local', '2026', '', 'Data flows only after an impact assessment, with a sharing agreement and a legal basis.', '')
    v22 = Authority('cyber-essentials-cloud', 'Cyber Essentials, cloud services', 'National Cyber Security Centre', '2026-04-27', 'version 3.3', 'Cloud services are always in scope, and multi-factor authentication is used on every one that offers it; without it the assessment fails.', '')
    v23 = Authority('caf-b5a', 'Cyber Assessment Framework 4.0, B5.a Resilience preparation', 'National Cyber Security Centre', '2025-08-06', 'B5.a', 'All systems needed to restore an essential function are known, with how they depend on one another and the order in which they are recovered.', '')
    v24 = Authority('caf-b5b', 'Cyber Assessment Framework 4.0, B5.b Design for resilience', 'National Cyber Security Centre', '2025-08-06', 'B5.b', 'Geographical weaknesses are mitigated: systems are replicated at another location, with alternative paths and providers, and limits such as single network paths are dealt with.', '')
    v25 = Authority('caf-b5c', 'Cyber Assessment Framework 4.0, B5.c Backups', 'National Cyber Security Centre', '2025-08-06', 'B5.c', 'Backups are tested, and held at secondary sites.', '')
    v26 = Authority('stockton-2017-p3', 'ICT Strategy 2017, principle 3', 'Stockton-on-Tees Borough Council', '2017', 'Principle 3', 'On-line, from end to end, is the default for any review or procurement.', '')
    v27 = Authority('stockton-2017-p7', 'ICT Strategy 2017, principle 7', 'Stockton-on-Tees Borough Council', '2017', 'Principle 7', 'Applications and their data are unlocked through APIs.', '')
    v28 = Authority('stockton-2017-downsizing', 'ICT Strategy 2017, on infrastructure', 'Stockton-on-Tees Borough Council', '2017', '', "As fewer systems stand on the council's premises, infrastructure is downsized at key points of renewal, and the budget plan shows it.", '')
    v29 = Authority('lgam-integration', 'Local Government Architecture Model, on integration', 'GDS Local', '2026', '', 'Systems share no databases and rely on no permanent robots or static shared accounts; their interfaces are specified, and pass the edge of the organisation by a gateway.', '')
    v30 = Authority('govuk-api-standards', 'API technical and data standards', 'UK Government', '', '', 'APIs are offered over HTTPS with current TLS, and are versioned.', '')
    v31 = Authority('stockton-2017-work-plan', 'ICT Strategy 2017, on the ICT Work Plan', 'Stockton-on-Tees Borough Council', '2017', '', 'A work plan brings projects, resources and timescales together. What is shared with another council is managed as one co-ordinated process, with exceptions and conflicts dealt with.', '')
    v32 = Authority('stockton-2017-budget-plan', 'ICT Strategy 2017, on the ICT Architecture Budget Plan', 'Stockton-on-Tees Borough Council', '2017', '', 'Core technologies are shared with a neighbour, and each council has its own plan of current and future investments, similar in content.', '')
    v33 = Authority('stockton-2007', 'ICT Strategy, report to Cabinet', 'Stockton-on-Tees Borough Council', '2007-09-27', '', 'Investments are governed and their benefits realised; capital, revenue and displaced costs are stated and add up.', '')
    v34 = Authority('wyre-forest-2008', 'ICT Strategy, report to Cabinet', 'Wyre Forest District Council', '2008-12-18', '', 'Investment is approved for named years, with targets and progress reported year by year; savings are clearly identified and reported.', '')
    v35 = Authority('epping-forest-2020', 'ICT Strategy, Cabinet report C-039-2019/20', 'Epping Forest District Council', '2020-03-26', '', 'A stated sum funds the strategy, and its milestones are reported to quarterly performance meetings.', '')
    v36 = Authority('architecture-2007', 'ICT strategy, report to the Scrutiny Commission', 'a county council', '2007-09-05', '', 'Enterprise architecture chooses the permutation of technology and then ensures that it is adhered to; models of what is and what is to be show the steps between them.', '')
    v37 = Authority('lgr-playbook', 'Local government reorganisation, digital and cyber playbook', 'Ministry of Housing, Communities and Local Government', '2026-02-24', '', 'Before vesting day, systems, licences, data and contracts are audited and the register of assets is brought up to date, with a forward plan of contracts to extend.', '')
    return {
        'stockton-2017-p1': v0,
        'stockton-2017-p4': v1,
        'stockton-2017-p5': v2,
        'stockton-2017-p6': v3,
        'stockton-2017-p8': v4,
        'cyber-essentials': v5,
        'ncsc-obsolete-products': v6,
        'caf-a3a': v7,
        'caf-b4d': v8,
        'caf-a4': v9,
        'cis-control-2': v10,
        'pci-dss-12-3-4': v11,
        'govuk-legacy': v12,
        'govuk-pstn': v13,
        'iso-19770': v14,
        'stockton-2017-p2': v15,
        'stockton-2017-hosting': v16,
        'stockton-2017-partners': v17,
        'litraf': v18,
        'transparency-code-2015': v19,
        'psn-coco': v20,
        'lgam': v21,
        'cyber-essentials-cloud': v22,
        'caf-b5a': v23,
        'caf-b5b': v24,
        'caf-b5c': v25,
        'stockton-2017-p3': v26,
        'stockton-2017-p7': v27,
        'stockton-2017-downsizing': v28,
        'lgam-integration': v29,
        'govuk-api-standards': v30,
        'stockton-2017-work-plan': v31,
        'stockton-2017-budget-plan': v32,
        'stockton-2007': v33,
        'wyre-forest-2008': v34,
        'epping-forest-2020': v35,
        'architecture-2007': v36,
        'lgr-playbook': v37,
    }


def rules(fact: Callable[[str, str], Fact], source: Callable[[str], RuleSource]) -> dict[str, Rule]:
    v0 = Ladder((), 'high')
    v1 = fact('exception', 'standing')
    v2 = Path('subject', (v1,))
    v3 = Truth(v2)
    v4 = Question('standing', {'exception': v3})
    v5 = Type('text', False, (), False)
    v6 = Variable(0, v5)
    v7 = fact('exception', 'missing_parts')
    v8 = Path('subject', (v7,))
    v9 = Type('number', False, (), False)
    v10 = Count(v6, v8, None, v9)
    v11 = Constant(0, v9, '', None)
    v12 = Comparison('>', v10, v11)
    v13 = Question('len(missing_parts) > 0', {'exception': v12})
    v14 = fact('entry', 'id')
    v15 = Path('subject', (v14,))
    v16 = fact('exception', 'rule')
    v17 = Path('subject', (v16,))
    v18 = Template((v15, ' lacks what ', v17, ' asks of an acceptance: ', v8,))
    v19 = Acceptability('', None, ())
    v20 = source('acceptance.yaml')
    v21 = Ladder((), 'critical')
    v22 = fact('exception', 'latest_expiry')
    v23 = Path('subject', (v22,))
    v24 = Missing(v23)
    v25 = fact('exception', 'needs_plan')
    v26 = Path('subject', (v25,))
    v27 = Truth(v26)
    v28 = fact('exception', 'plan')
    v29 = Path('subject', (v28,))
    v30 = Missing(v29)
    v31 = fact('treatment_plan', 'target')
    v32 = Path('subject', (v28, v31,))
    v33 = Missing(v32)
    v34 = fact('treatment_plan', 'action')
    v35 = Path('subject', (v28, v34,))
    v36 = Type('enumeration', True, ('remove', 'replace', 'upgrade', 'fix', 'none',), False)
    v37 = Constant(('fix', 'none',), v36, '', None)
    v38 = Member(v35, v37)
    v39 = fact('exception', 'treatment')
    v40 = Path('subject', (v39,))
    v41 = Type('enumeration', False, ('tolerate', 'treat', 'transfer', 'terminate',), False)
    v42 = Constant('tolerate', v41, '', 'tolerate')
    v43 = Comparison('==', v40, v42)
    v44 = Junction(False, (v30, v33, v38, v43,))
    v45 = Junction(True, (v27, v44,))
    v46 = Junction(False, (v24, v45,))
    v47 = Question('missing(latest_expiry) or (needs_plan and (missing(plan) or missing(plan.target) or plan.action in ("fix", "none") or treatment == "tolerate"))', {'exception': v46})
    v48 = Template((v15, ' accepts a risk without an end',))
    v49 = fact('exception', 'role_held')
    v50 = Path('subject', (v49,))
    v51 = Truth(v50)
    v52 = Negation(v51)
    v53 = Question('not role_held', {'exception': v52})
    v54 = fact('exception', 'role')
    v55 = Path('subject', (v54,))
    v56 = fact('exception', 'without_role')
    v57 = Path('subject', (v56,))
    v58 = Template((v15, ' needs the role ', v55, ', not held by ', v57,))
    v59 = fact('exception', 'missing_organisations')
    v60 = Path('subject', (v59,))
    v61 = Count(v6, v60, None, v9)
    v62 = Comparison('>', v61, v11)
    v63 = Question('len(missing_organisations) > 0', {'exception': v62})
    v64 = Template((v15, ' lacks the acceptance of ', v60, ', whose assets it covers',))
    v65 = fact('exception', 'last_day')
    v66 = Path('subject', (v65,))
    v67 = fact('estate', 'today')
    v68 = Path('scope', (v67,))
    v69 = Comparison('<', v66, v68)
    v70 = fact('exception', 'subjects_live')
    v71 = Path('subject', (v70,))
    v72 = Truth(v71)
    v73 = Junction(True, (v69, v72,))
    v74 = Question('last_day < today and subjects_live', {'exception': v73})
    v75 = Template((v15, ' ended on ', v66, ', and what it covers is still there',))
    v76 = fact('exception', 'lapsed')
    v77 = Path('subject', (v76,))
    v78 = Truth(v77)
    v79 = Negation(v78)
    v80 = Junction(True, (v3, v79,))
    v81 = Question('standing and not lapsed', {'exception': v80})
    v82 = fact('exception', 'review_due')
    v83 = Path('subject', (v82,))
    v84 = Comparison('<', v83, v68)
    v85 = Question('review_due < today', {'exception': v84})
    v86 = Template((v15, ' was to be reviewed by ', v83,))
    v87 = fact('exception', 'review_by')
    v88 = Path('subject', (v87,))
    v89 = fact('exception', 'signature_faults')
    v90 = Path('subject', (v89,))
    v91 = Count(v6, v90, None, v9)
    v92 = Comparison('>', v91, v11)
    v93 = Question('len(signature_faults) > 0', {'exception': v92})
    v94 = Template((v15, ' bears a signature that does not hold: ', v90,))
    v95 = fact('exception', 'changed_facts')
    v96 = Path('subject', (v95,))
    v97 = Count(v6, v96, None, v9)
    v98 = Comparison('>', v97, v11)
    v99 = Question('len(changed_facts) > 0', {'exception': v98})
    v100 = Template((v15, ' was given for other facts: ', v96,))
    v101 = fact('exception', 'self_approved_by')
    v102 = Path('subject', (v101,))
    v103 = Count(v6, v102, None, v9)
    v104 = Comparison('>', v103, v11)
    v105 = Question('len(self_approved_by) > 0', {'exception': v104})
    v106 = Template((v15, ' was accepted by ', v102, ', who asked for it or owns what it covers',))
    v107 = fact('exception', 'requested_by')
    v108 = Path('subject', (v107,))
    v109 = fact('exception', 'contradictions')
    v110 = Path('subject', (v109,))
    v111 = Count(v6, v110, None, v9)
    v112 = Comparison('>', v111, v11)
    v113 = Question('len(contradictions) > 0', {'exception': v112})
    v114 = Template((v15, ' claims to be apart from the internet, which reaches it: ', v110,))
    v115 = fact('exception', 'residual_score')
    v116 = Path('subject', (v115,))
    v117 = fact('estate', 'policy')
    v118 = fact('policy', 'acceptance')
    v119 = fact('acceptance_policy', 'appetite')
    v120 = Path('scope', (v117, v118, v119,))
    v121 = Comparison('>', v116, v120)
    v122 = Question('residual_score > policy.acceptance.appetite', {'exception': v121})
    v123 = Template((v15, ' leaves a risk of ', v116, ' of 25, above the appetite of ', v120,))
    v124 = fact('exception', 'residual')
    v125 = fact('score', 'likelihood')
    v126 = Path('subject', (v124, v125,))
    v127 = fact('score', 'impact')
    v128 = Path('subject', (v124, v127,))
    v129 = fact('exception', 'ceiling')
    v130 = Path('subject', (v129,))
    v131 = Comparison('>', v66, v130)
    v132 = Question('last_day > ceiling', {'exception': v131})
    v133 = Template((v15, ' lasts until ', v66, ', and at most ', v130, ' is allowed',))
    v134 = fact('acceptance_policy', 'signatures')
    v135 = Path('scope', (v117, v118, v134,))
    v136 = Type('enumeration', False, ('optional', 'required',), False)
    v137 = Constant('required', v136, '', 'required')
    v138 = Comparison('==', v135, v137)
    v139 = Question('policy.acceptance.signatures == "required"', {'exception': v138})
    v140 = Ladder((('critical', v139,),), 'low')
    v141 = fact('exception', 'unsigned_by')
    v142 = Path('subject', (v141,))
    v143 = Count(v6, v142, None, v9)
    v144 = Comparison('>', v143, v11)
    v145 = Question('len(unsigned_by) > 0', {'exception': v144})
    v146 = Template((v15, ' is not signed by ', v142,))
    v147 = Ladder((), 'medium')
    v148 = fact('exception', 'renewals')
    v149 = Path('subject', (v148,))
    v150 = Constant(2, v9, 'times', '2')
    v151 = Comparison('>=', v149, v150)
    v152 = fact('exception', 'slip')
    v153 = Path('subject', (v152,))
    v154 = Constant(365, v9, 'days', '365')
    v155 = Comparison('>', v153, v154)
    v156 = Junction(False, (v151, v155,))
    v157 = Question('renewals >= times or slip > days', {'exception': v156})
    v158 = Template((v15, ' was extended ', v149, ' times, by ', v153, ' days in all',))
    v159 = Parameter('times', '2', v150)
    v160 = Parameter('days', '365', v154)
    v161 = Junction(True, (v3, v79, v27,))
    v162 = Question('standing and not lapsed and needs_plan', {'exception': v161})
    v163 = fact('exception', 'plan_in_time')
    v164 = Path('subject', (v163,))
    v165 = Truth(v164)
    v166 = Negation(v165)
    v167 = Question('not plan_in_time', {'exception': v166})
    v168 = fact('exception', 'projects')
    v169 = Path('subject', (v168,))
    v170 = Template((v15, ' is to end by ', v32, ', and no project of the work plan does so: ', v169,))
    v171 = Count(v6, v169, None, v9)
    v172 = Comparison('>', v171, v11)
    v173 = Junction(True, (v3, v79, v172,))
    v174 = Question('standing and not lapsed and len(projects) > 0', {'exception': v173})
    v175 = fact('exception', 'plan_funded')
    v176 = Path('subject', (v175,))
    v177 = Truth(v176)
    v178 = Negation(v177)
    v179 = Question('not plan_funded', {'exception': v178})
    v180 = Template((v15, ' rests on a plan without a funded budget line: ', v169,))
    v181 = Ladder((), 'low')
    v182 = fact('exception', 'ending_together')
    v183 = Path('subject', (v182,))
    v184 = Count(v6, v183, None, v9)
    v185 = Constant(5, v9, 'many', '5')
    v186 = Comparison('>=', v184, v185)
    v187 = Question('len(ending_together) >= many', {'exception': v186})
    v188 = Template((v183, ' all end in the month of ', v66,))
    v189 = Parameter('many', '5', v185)
    v190 = fact('exception', 'state')
    v191 = Path('subject', (v190,))
    v192 = Type('enumeration', False, ('incomplete', 'open-ended', 'unauthorised', 'missing-joint', 'forged', 'stale', 'expired', 'withdrawn', 'pending', 'self-approved', 'contradicted', 'above-appetite', 'overlong', 'unsigned', 'orphaned', 'expiring', 'valid',), False)
    v193 = Constant('pending', v192, '', 'pending')
    v194 = Comparison('!=', v191, v193)
    v195 = Junction(True, (v3, v194,))
    v196 = Question('standing and state != "pending"', {'exception': v195})
    v197 = Negation(v72)
    v198 = Question('not subjects_live', {'exception': v197})
    v199 = Template((v15, ' covers nothing that ', v17, ' finds',))
    v200 = fact('exception', 'amendments')
    v201 = Path('subject', (v200,))
    v202 = Count(v6, v201, None, v9)
    v203 = Comparison('>', v202, v11)
    v204 = Question('len(amendments) > 0', {'exception': v203})
    v205 = fact('exception', 'may_approve')
    v206 = Path('subject', (v205,))
    v207 = Template((v15, ': ', v201, '; ', v206, ' may approve this',))
    v208 = fact('asset', 'state')
    v209 = Path('subject', (v208,))
    v210 = Type('enumeration', True, ('proposed', 'planned', 'live', 'retiring', 'retired',), False)
    v211 = Constant(('live', 'retiring',), v210, '', None)
    v212 = Member(v209, v211)
    v213 = Question('state in ("live", "retiring")', {'application': v212})
    v214 = fact('application', 'category')
    v215 = Path('subject', (v214,))
    v216 = Type('enumeration', False, ('line-of-business', 'corporate', 'platform', 'shared-service',), False)
    v217 = Constant('line-of-business', v216, '', 'line-of-business')
    v218 = Comparison('==', v215, v217)
    v219 = Question('category == "line-of-business"', {'application': v218})
    v220 = Type('api', False, (), False)
    v221 = Variable(0, v220)
    v222 = fact('application', 'interfaces')
    v223 = Path('subject', (v222,))
    v224 = Count(v221, v223, None, v9)
    v225 = Comparison('==', v224, v11)
    v226 = Question('len(interfaces) == 0', {'application': v225})
    v227 = fact('entry', 'name')
    v228 = Path('subject', (v227,))
    v229 = Template((v228, ' provides no API in use',))
    v230 = Term(12, 0)
    v231 = Acceptability('enterprise-architect', v230, ('accepted_by', 'accepted_on', 'risk',))
    v232 = fact('application', 'product')
    v233 = Path('subject', (v232,))
    v234 = fact('application', 'supports')
    v235 = Path('subject', (v234,))
    v236 = source('apis.yaml')
    v237 = fact('integration', 'source')
    v238 = Path('subject', (v237, v208,))
    v239 = Member(v238, v211)
    v240 = Question('source.state in ("live", "retiring")', {'integration': v239})
    v241 = fact('integration', 'style')
    v242 = Path('subject', (v241,))
    v243 = Type('enumeration', True, ('api', 'file', 'database', 'rpa', 'manual',), False)
    v244 = Constant(('file', 'database', 'rpa',), v243, '', None)
    v245 = Member(v242, v244)
    v246 = Question('style in ("file", "database", "rpa")', {'integration': v245})
    v247 = Path('subject', (v237, v227,))
    v248 = fact('integration', 'targets')
    v249 = Path('subject', (v248,))
    v250 = Template((v247, ' and ', v249, ' are joined by ', v242, ', not by an API',))
    v251 = fact('integration', 'relation')
    v252 = Path('subject', (v251,))
    v253 = fact('integration', 'purpose')
    v254 = Path('subject', (v253,))
    v255 = Type('enumeration', False, ('api', 'file', 'database', 'rpa', 'manual',), False)
    v256 = Constant('manual', v255, '', 'manual')
    v257 = Comparison('==', v242, v256)
    v258 = Question('style == "manual"', {'integration': v257})
    v259 = Template(('Data is keyed by hand between ', v247, ' and ', v249,))
    v260 = fact('api', 'deprecated')
    v261 = Path('subject', (v260,))
    v262 = Comparison('<=', v261, v68)
    v263 = Constant(('retiring', 'retired',), v210, '', None)
    v264 = Member(v209, v263)
    v265 = Junction(False, (v262, v264,))
    v266 = Type('asset', False, (), False)
    v267 = Variable(0, v266)
    v268 = fact('api', 'consumers')
    v269 = Path('subject', (v268,))
    v270 = Path(v267, (v208,))
    v271 = Member(v270, v211)
    v272 = Quantifier(False, v267, v269, v271)
    v273 = Junction(True, (v265, v272,))
    v274 = Question('(deprecated <= today or state in ("retiring", "retired")) and any(user.state in ("live", "retiring") for user in consumers)', {'api': v273})
    v275 = Template((v228, ' is deprecated or on its way out, and is still consumed by ', v269,))
    v276 = Term(6, 0)
    v277 = Acceptability('enterprise-architect', v276, ('accepted_by', 'accepted_on', 'risk', 'plan',))
    v278 = Question('state in ("live", "retiring")', {'api': v212})
    v279 = fact('api', 'documentation')
    v280 = Path('subject', (v279,))
    v281 = Missing(v280)
    v282 = fact('api', 'maintainer')
    v283 = Path('subject', (v282,))
    v284 = Missing(v283)
    v285 = Junction(False, (v281, v284,))
    v286 = Question('missing(documentation) or missing(maintainer)', {'api': v285})
    v287 = Template((v228, ' lacks its documentation, its maintainer or both',))
    v288 = fact('api', 'transport')
    v289 = Path('subject', (v288,))
    v290 = Type('enumeration', False, ('https', 'http', 'other',), False)
    v291 = Constant('https', v290, '', 'https')
    v292 = Comparison('!=', v289, v291)
    v293 = fact('api', 'authentication')
    v294 = Path('subject', (v293,))
    v295 = Type('enumeration', False, ('none', 'key', 'basic', 'oauth2', 'mtls', 'saml',), False)
    v296 = Constant('none', v295, '', 'none')
    v297 = Comparison('==', v294, v296)
    v298 = fact('asset', 'exposure')
    v299 = Path('subject', (v298,))
    v300 = Type('enumeration', True, ('internal', 'partner', 'internet',), False)
    v301 = Constant(('partner', 'internet',), v300, '', None)
    v302 = Member(v299, v301)
    v303 = Junction(True, (v297, v302,))
    v304 = Junction(False, (v292, v303,))
    v305 = Question('transport != "https" or (authentication == "none" and exposure in ("partner", "internet"))', {'api': v304})
    v306 = Template((v228, ' is not safe to call: transport ', v289, ', authentication ', v294, ', exposure ', v299,))
    v307 = Acceptability('siro', v276, ('accepted_by', 'accepted_on', 'risk', 'mitigation', 'plan',))
    v308 = Question('state in ("live", "retiring")', {'service': v212})
    v309 = fact('service', 'public')
    v310 = Path('subject', (v309,))
    v311 = Truth(v310)
    v312 = Question('public', {'service': v311})
    v313 = Type('enumeration', False, ('online', 'phone', 'face-to-face', 'post',), False)
    v314 = Constant('online', v313, '', 'online')
    v315 = fact('service', 'channels')
    v316 = Path('subject', (v315,))
    v317 = Member(v314, v316)
    v318 = Negation(v317)
    v319 = fact('service', 'online_barrier')
    v320 = Path('subject', (v319,))
    v321 = Missing(v320)
    v322 = Junction(True, (v318, v321,))
    v323 = Question('"online" not in channels and missing(online_barrier)', {'service': v322})
    v324 = Template((v228, ' is not offered on-line (channels: ', v316, ')',))
    v325 = fact('service', 'directorate')
    v326 = Path('subject', (v325,))
    v327 = Question('state in ("live", "retiring")', {'server': v212, 'device': v212, 'licence': v212, 'contract': v212})
    v328 = fact('asset', 'renewal_due')
    v329 = Path('subject', (v328,))
    v330 = Comparison('>=', v329, v68)
    v331 = fact('estate', 'next_financial_year')
    v332 = Path('scope', (v331,))
    v333 = Term(24, 0)
    v334 = Type('term', False, (), False)
    v335 = Constant(v333, v334, 'horizon', '24 months')
    v336 = Type('date', False, (), False)
    v337 = Operation('add_term', (v332, v335,), v336)
    v338 = Comparison('<', v329, v337)
    v339 = Junction(True, (v330, v338,))
    v340 = Question('renewal_due >= today and renewal_due < next_financial_year + horizon', {'server': v339, 'device': v339, 'licence': v339, 'contract': v339})
    v341 = Type('budget_line', False, (), False)
    v342 = Variable(0, v341)
    v343 = fact('asset', 'budget_lines')
    v344 = Path('subject', (v343,))
    v345 = Count(v342, v344, None, v9)
    v346 = Comparison('==', v345, v11)
    v347 = Question('len(budget_lines) == 0', {'server': v346, 'device': v346, 'licence': v346, 'contract': v346})
    v348 = Template((v228, ' is due for renewal on ', v329, ', and no budget line names it',))
    v349 = Parameter('horizon', '24 months', v335)
    v350 = fact('asset', 'annual_cost')
    v351 = Path('subject', (v350,))
    v352 = fact('asset', 'planned_end')
    v353 = Path('subject', (v352,))
    v354 = source('budget.yaml')
    v355 = fact('envelope', 'capital_budgeted')
    v356 = Path('subject', (v355,))
    v357 = fact('envelope', 'capital')
    v358 = Path('subject', (v357,))
    v359 = Comparison('>', v356, v358)
    v360 = fact('envelope', 'revenue_budgeted')
    v361 = Path('subject', (v360,))
    v362 = fact('envelope', 'revenue')
    v363 = Path('subject', (v362,))
    v364 = Comparison('>', v361, v363)
    v365 = Junction(False, (v359, v364,))
    v366 = Question('capital_budgeted > capital or revenue_budgeted > revenue', {'envelope': v365})
    v367 = fact('envelope', 'organisation')
    v368 = Path('subject', (v367, v227,))
    v369 = fact('envelope', 'name')
    v370 = Path('subject', (v369,))
    v371 = Template((v368, ': the budget lines that draw on ', v370, ' come to ', v356, ' capital and ', v361, ' revenue; approved were ', v358, ' capital and ', v363, ' revenue',))
    v372 = Acceptability('siro', v276, ('accepted_by', 'accepted_on', 'risk',))
    v373 = fact('envelope', 'lines')
    v374 = Path('subject', (v373,))
    v375 = fact('project', 'status')
    v376 = Path('subject', (v375,))
    v377 = Type('enumeration', True, ('proposed', 'planned', 'live', 'done', 'stopped',), False)
    v378 = Constant(('planned', 'live',), v377, '', None)
    v379 = Member(v376, v378)
    v380 = Question('status in ("planned", "live")', {'project': v379})
    v381 = fact('project', 'capital_budgeted')
    v382 = Path('subject', (v381,))
    v383 = fact('project', 'cost')
    v384 = fact('cost', 'capital')
    v385 = Path('subject', (v383, v384,))
    v386 = Comparison('!=', v382, v385)
    v387 = fact('project', 'revenue_budgeted')
    v388 = Path('subject', (v387,))
    v389 = fact('cost', 'revenue')
    v390 = Path('subject', (v383, v389,))
    v391 = Comparison('!=', v388, v390)
    v392 = Junction(False, (v386, v391,))
    v393 = Question('capital_budgeted != cost.capital or revenue_budgeted != cost.revenue', {'project': v392})
    v394 = Template((v228, ' states a cost of ', v385, ' capital and ', v390, ' revenue; its budget lines come to ', v382, ' capital and ', v388, ' revenue',))
    v395 = fact('project', 'programme')
    v396 = Path('subject', (v395,))
    v397 = fact('asset', 'budgeted_by')
    v398 = Path('subject', (v397,))
    v399 = Count(v6, v398, None, v9)
    v400 = Comparison('>', v399, v11)
    v401 = fact('asset', 'unbudgeted_by')
    v402 = Path('subject', (v401,))
    v403 = Count(v6, v402, None, v9)
    v404 = Comparison('>', v403, v11)
    v405 = Junction(True, (v400, v404,))
    v406 = Question('len(budgeted_by) > 0 and len(unbudgeted_by) > 0', {'server': v405, 'device': v405, 'licence': v405, 'contract': v405})
    v407 = Template((v228, ' is due for renewal on ', v329, ', and is budgeted for by ', v398, ', but not by ', v402,))
    v408 = fact('asset', 'organisation')
    v409 = Path('subject', (v408,))
    v410 = fact('duplication', 'level')
    v411 = Path('subject', (v410,))
    v412 = Type('enumeration', True, ('product', 'service', 'function', 'capability',), False)
    v413 = Constant(('service', 'function',), v412, '', None)
    v414 = Member(v411, v413)
    v415 = Question('level in ("service", "function")', {'duplication': v414})
    v416 = Type('share', False, (), False)
    v417 = Variable(0, v416)
    v418 = fact('duplication', 'by_organisation')
    v419 = Path('subject', (v418,))
    v420 = fact('share', 'competing')
    v421 = Path(v417, (v420,))
    v422 = Constant(2, v9, '', None)
    v423 = Comparison('>=', v421, v422)
    v424 = Quantifier(False, v417, v419, v423)
    v425 = Question('any(share.competing >= 2 for share in by_organisation)', {'duplication': v424})
    v426 = fact('duplication', 'name')
    v427 = Path('subject', (v426,))
    v428 = fact('duplication', 'members')
    v429 = Path('subject', (v428,))
    v430 = Template((v427, ': ', v429, ' do the same job for one organisation (matched by ', v411, ')',))
    v431 = fact('duplication', 'key')
    v432 = Path('subject', (v431,))
    v433 = fact('duplication', 'products')
    v434 = Path('subject', (v433,))
    v435 = fact('duplication', 'annual_cost')
    v436 = Path('subject', (v435,))
    v437 = source('duplication.yaml')
    v438 = fact('duplication', 'across')
    v439 = Path('subject', (v438,))
    v440 = Comparison('>=', v439, v422)
    v441 = Question('across >= 2', {'duplication': v440})
    v442 = fact('duplication', 'organisations')
    v443 = Path('subject', (v442,))
    v444 = Template((v427, ': ', v443, ' use ', v429, ' for the same job (matched by ', v411, ')',))
    v445 = Type('enumeration', False, ('product', 'service', 'function', 'capability',), False)
    v446 = Constant('product', v445, '', 'product')
    v447 = Comparison('==', v411, v446)
    v448 = Question('level == "product"', {'duplication': v447})
    v449 = fact('share', 'instances')
    v450 = Path(v417, (v449,))
    v451 = Comparison('>=', v450, v422)
    v452 = Quantifier(False, v417, v419, v451)
    v453 = Question('any(share.instances >= 2 for share in by_organisation)', {'duplication': v452})
    v454 = Template((v427, ' runs as several separate instances in one organisation: ', v429,))
    v455 = Constant('capability', v445, '', 'capability')
    v456 = Comparison('==', v411, v455)
    v457 = Question('level == "capability"', {'duplication': v456})
    v458 = fact('share', 'platforms')
    v459 = Path(v417, (v458,))
    v460 = Comparison('>=', v459, v422)
    v461 = Quantifier(False, v417, v419, v460)
    v462 = Question('any(share.platforms >= 2 for share in by_organisation)', {'duplication': v461})
    v463 = Template(('Platforms that offer the same capability, ', v427, ': ', v429,))
    v464 = fact('product', 'versions_in_use')
    v465 = Path('subject', (v464,))
    v466 = Count(v6, v465, None, v9)
    v467 = Constant(3, v9, '', None)
    v468 = Comparison('>=', v466, v467)
    v469 = Question('len(versions_in_use) >= 3', {'product': v468})
    v470 = fact('product', 'name')
    v471 = Path('subject', (v470,))
    v472 = Template((v471, ' is in use in several versions: ', v465,))
    v473 = fact('asset', 'environment')
    v474 = Path('subject', (v473,))
    v475 = Type('enumeration', False, ('production', 'test', 'training', 'development',), False)
    v476 = Constant('production', v475, '', 'production')
    v477 = Comparison('==', v474, v476)
    v478 = Question('environment == "production"', {'application': v477})
    v479 = Type('application', False, (), False)
    v480 = Variable(0, v479)
    v481 = fact('application', 'probable_twins')
    v482 = Path('subject', (v481,))
    v483 = Count(v480, v482, None, v9)
    v484 = Comparison('>', v483, v11)
    v485 = Question('len(probable_twins) > 0', {'application': v484})
    v486 = Template((v228, ' and ', v482, ' are probably one system, recorded twice',))
    v487 = fact('application', 'users')
    v488 = fact('users', 'active')
    v489 = Path('subject', (v487, v488,))
    v490 = Operation('multiply_numbers', (v489, v422,), v9)
    v491 = fact('users', 'named')
    v492 = Path('subject', (v487, v491,))
    v493 = Comparison('<', v490, v492)
    v494 = Question('users.active * 2 < users.named', {'application': v493})
    v495 = Template((v228, ' has ', v492, ' named users, of whom ', v489, ' use it',))
    v496 = Question('state in ("live", "retiring")', {'application': v212, 'server': v212, 'device': v212, 'api': v212})
    v497 = Question('environment == "production"', {'application': v477, 'server': v477, 'device': v477, 'api': v477})
    v498 = fact('asset', 'needed_by')
    v499 = Path('subject', (v498,))
    v500 = Count(v267, v499, None, v9)
    v501 = Comparison('==', v500, v11)
    v502 = fact('asset', 'ready_for')
    v503 = Path('subject', (v502,))
    v504 = Count(v267, v503, None, v9)
    v505 = Comparison('==', v504, v11)
    v506 = fact('asset', 'serves_people')
    v507 = Path('subject', (v506,))
    v508 = Truth(v507)
    v509 = Negation(v508)
    v510 = Junction(True, (v501, v505, v509,))
    v511 = Question('len(needed_by) == 0 and len(ready_for) == 0 and not serves_people', {'application': v510, 'server': v510, 'device': v510, 'api': v510})
    v512 = Template(('Nothing on record needs ', v228, ' or is served by it',))
    v513 = fact('asset', 'owner')
    v514 = Path('subject', (v513,))
    v515 = Type('enumeration', False, ('proposed', 'planned', 'live', 'retiring', 'retired',), False)
    v516 = Constant('retired', v515, '', 'retired')
    v517 = Comparison('==', v209, v516)
    v518 = Quantifier(False, v267, v499, v271)
    v519 = Junction(True, (v517, v518,))
    v520 = Question('state == "retired" and any(user.state in ("live", "retiring") for user in needed_by)', {'asset': v519})
    v521 = Template((v228, ' is retired, and still needed by ', v499,))
    v522 = Acceptability('enterprise-architect', v276, ('accepted_by', 'accepted_on', 'risk',))
    v523 = fact('asset', 'status')
    v524 = Path('subject', (v523,))
    v525 = fact('asset', 'until')
    v526 = Path('subject', (v525,))
    v527 = Question('state in ("live", "retiring")', {'asset': v212})
    v528 = fact('asset', 'review_by')
    v529 = Path('subject', (v528,))
    v530 = Comparison('<', v529, v68)
    v531 = Question('review_by < today', {'asset': v530})
    v532 = fact('asset', 'reviewed')
    v533 = Path('subject', (v532,))
    v534 = Template((v228, ' was to be reviewed by ', v529, ' (last reviewed: ', v533, ')',))
    v535 = fact('asset', 'disposition')
    v536 = Path('subject', (v535,))
    v537 = Type('enumeration', False, ('tolerate', 'invest', 'migrate', 'eliminate',), False)
    v538 = Constant('eliminate', v537, '', 'eliminate')
    v539 = Comparison('==', v536, v538)
    v540 = Type('project', False, (), False)
    v541 = Variable(0, v540)
    v542 = fact('asset', 'funded_by')
    v543 = Path('subject', (v542,))
    v544 = Count(v541, v543, None, v9)
    v545 = Comparison('>', v544, v11)
    v546 = Junction(True, (v539, v545,))
    v547 = Question('disposition == "eliminate" and len(funded_by) > 0', {'asset': v546})
    v548 = Template((v228, ' is to be eliminated, and ', v543, ' still puts money into it',))
    v549 = Question('state in ("live", "retiring")', {'application': v212, 'service': v212, 'api': v212, 'dataset': v212})
    v550 = Missing(v514)
    v551 = Question('missing(owner)', {'application': v550, 'service': v550, 'api': v550, 'dataset': v550})
    v552 = Template((v228, ' has no business owner on record',))
    v553 = fact('asset', 'criticality')
    v554 = Path('subject', (v553,))
    v555 = source('governance.yaml')
    v556 = Type('enumeration', False, ('proposed', 'planned', 'live', 'done', 'stopped',), False)
    v557 = Constant('live', v556, '', 'live')
    v558 = Comparison('==', v376, v557)
    v559 = Question('status == "live"', {'project': v558})
    v560 = fact('project', 'business_case')
    v561 = Path('subject', (v560,))
    v562 = Missing(v561)
    v563 = fact('business_case', 'appropriateness')
    v564 = Path('subject', (v560, v563,))
    v565 = Missing(v564)
    v566 = Type('enumeration', False, ('pass', 'fail',), False)
    v567 = Constant('fail', v566, '', 'fail')
    v568 = Comparison('==', v564, v567)
    v569 = fact('business_case', 'value_for_money')
    v570 = Path('subject', (v560, v569,))
    v571 = Missing(v570)
    v572 = Comparison('==', v570, v567)
    v573 = Junction(False, (v562, v565, v568, v571, v572,))
    v574 = Question('missing(business_case) or missing(business_case.appropriateness) or business_case.appropriateness == "fail" or missing(business_case.value_for_money) or business_case.value_for_money == "fail"', {'project': v573})
    v575 = Template((v228, ' is under way, and its business case has not passed both tests, appropriateness and value for money',))
    v576 = fact('business_case', 'approved')
    v577 = Path('subject', (v560, v576,))
    v578 = fact('milestone', 'project')
    v579 = Path('subject', (v578, v375,))
    v580 = Member(v579, v378)
    v581 = Question('project.status in ("planned", "live")', {'milestone': v580})
    v582 = fact('milestone', 'due')
    v583 = Path('subject', (v582,))
    v584 = Comparison('<', v583, v68)
    v585 = fact('milestone', 'done')
    v586 = Path('subject', (v585,))
    v587 = Comparison('>', v586, v68)
    v588 = Junction(True, (v584, v587,))
    v589 = Question('due < today and done > today', {'milestone': v588})
    v590 = Path('subject', (v578, v227,))
    v591 = fact('milestone', 'name')
    v592 = Path('subject', (v591,))
    v593 = Template((v590, ': ', v592, ' was due on ', v583, ' and is not done',))
    v594 = Term(3, 0)
    v595 = Acceptability('enterprise-architect', v594, ('accepted_by', 'accepted_on', 'risk',))
    v596 = fact('milestone', 'reported')
    v597 = Path('subject', (v596,))
    v598 = Comparison('==', v579, v557)
    v599 = Question('project.status == "live"', {'milestone': v598})
    v600 = fact('milestone', 'heard')
    v601 = Path('subject', (v600,))
    v602 = Constant(v594, v334, 'silence', '3 months')
    v603 = Operation('subtract_term', (v68, v602,), v336)
    v604 = Comparison('<', v601, v603)
    v605 = Junction(True, (v587, v604,))
    v606 = Question('done > today and heard < today - silence', {'milestone': v605})
    v607 = Template((v590, ': nothing has been reported of ', v592, ' since ', v601,))
    v608 = Parameter('silence', '3 months', v602)
    v609 = Type('collision', False, (), False)
    v610 = Variable(0, v609)
    v611 = fact('project', 'collisions')
    v612 = Path('subject', (v611,))
    v613 = Count(v610, v612, None, v9)
    v614 = Comparison('>', v613, v11)
    v615 = Question('len(collisions) > 0', {'project': v614})
    v616 = Template((v228, ' collides with ', v612,))
    v617 = fact('project', 'team')
    v618 = Path('subject', (v617,))
    v619 = fact('change', 'project')
    v620 = Path('subject', (v619, v375,))
    v621 = Member(v620, v378)
    v622 = fact('change', 'on')
    v623 = Path('subject', (v622,))
    v624 = Comparison('>=', v623, v68)
    v625 = Junction(True, (v621, v624,))
    v626 = Question('project.status in ("planned", "live") and on >= today', {'change': v625})
    v627 = fact('change', 'obstacles')
    v628 = Path('subject', (v627,))
    v629 = Count(v6, v628, None, v9)
    v630 = Comparison('>', v629, v11)
    v631 = Question('len(obstacles) > 0', {'change': v630})
    v632 = Path('subject', (v619, v227,))
    v633 = fact('change', 'label')
    v634 = Path('subject', (v633,))
    v635 = Template((v632, ': the change ', v634, ' cannot be applied: ', v628,))
    v636 = Path('subject', (v619, v617,))
    v637 = fact('benefit', 'project')
    v638 = Path('subject', (v637, v375,))
    v639 = Constant(('planned', 'live', 'done',), v377, '', None)
    v640 = Member(v638, v639)
    v641 = Question('project.status in ("planned", "live", "done")', {'benefit': v640})
    v642 = fact('benefit', 'due')
    v643 = Path('subject', (v642,))
    v644 = Comparison('<', v643, v68)
    v645 = fact('benefit', 'actual')
    v646 = Path('subject', (v645,))
    v647 = Missing(v646)
    v648 = Junction(True, (v644, v647,))
    v649 = Question('due < today and missing(actual)', {'benefit': v648})
    v650 = Path('subject', (v637, v227,))
    v651 = fact('benefit', 'name')
    v652 = Path('subject', (v651,))
    v653 = Template((v650, ' promised ', v652, ' by ', v643, ', and nobody has recorded what came of it',))
    v654 = fact('benefit', 'planned')
    v655 = Path('subject', (v654,))
    v656 = Constant(('planned', 'retiring',), v210, '', None)
    v657 = Member(v209, v656)
    v658 = Question('state in ("planned", "retiring")', {'asset': v657})
    v659 = fact('asset', 'timed_by')
    v660 = Path('subject', (v659,))
    v661 = Count(v541, v660, None, v9)
    v662 = Comparison('==', v661, v11)
    v663 = Question('len(timed_by) == 0', {'asset': v662})
    v664 = Template((v228, ' is ', v209, ', and no project says when that will be done',))
    v665 = fact('asset', 'begins')
    v666 = Path('subject', (v665,))
    v667 = fact('installation', 'product')
    v668 = fact('product', 'standard')
    v669 = Path('subject', (v667, v668,))
    v670 = Type('enumeration', False, ('approved', 'contain', 'prohibited',), False)
    v671 = Constant('prohibited', v670, '', 'prohibited')
    v672 = Comparison('==', v669, v671)
    v673 = Question('product.standard == "prohibited"', {'installation': v672})
    v674 = Ladder((('high', v673,),), 'medium')
    v675 = fact('installation', 'asset')
    v676 = Path('subject', (v675, v208,))
    v677 = Member(v676, v211)
    v678 = Question('state in ("live", "retiring")', {'installation': v677})
    v679 = Missing(v669)
    v680 = Negation(v679)
    v681 = Question('not missing(product.standard)', {'installation': v680})
    v682 = Type('enumeration', True, ('approved', 'contain', 'prohibited',), False)
    v683 = Constant(('contain', 'prohibited',), v682, '', None)
    v684 = Member(v669, v683)
    v685 = Question('product.standard in ("contain", "prohibited")', {'installation': v684})
    v686 = Path('subject', (v675, v227,))
    v687 = Path('subject', (v667, v470,))
    v688 = Template((v686, ' runs ', v687, ', marked ', v669, ' in the standards catalogue',))
    v689 = Path('subject', (v675, v535,))
    v690 = fact('entry', 'verified')
    v691 = Path('subject', (v690,))
    v692 = Missing(v691)
    v693 = Constant(v230, v334, 'age', '12 months')
    v694 = Operation('subtract_term', (v68, v693,), v336)
    v695 = Comparison('<', v691, v694)
    v696 = Junction(False, (v692, v695,))
    v697 = Question('missing(verified) or verified < today - age', {'application': v696, 'server': v696, 'device': v696, 'api': v696})
    v698 = Template(('The record of ', v228, ' has not been checked within ', v693, ' (last: ', v691, ')',))
    v699 = Parameter('age', '12 months', v693)
    v700 = fact('entry', 'source')
    v701 = Path('subject', (v700,))
    v702 = fact('estate', 'catalogue_as_of')
    v703 = Path('scope', (v702,))
    v704 = Type('duration', False, (), False)
    v705 = Constant(timedelta(90, 0, 0), v704, 'age', '90 days')
    v706 = Operation('subtract_duration', (v68, v705,), v336)
    v707 = Comparison('<', v703, v706)
    v708 = Question('catalogue_as_of < today - age', {'estate': v707})
    v709 = Term(0, 90)
    v710 = Constant(v709, v334, 'age', '90 days')
    v711 = Template(('The lifecycle catalogue is of ', v703, ', more than ', v710, ' ago',))
    v712 = Parameter('age', '90 days', v710)
    v713 = fact('application', 'hosted')
    v714 = Path('subject', (v713,))
    v715 = Truth(v714)
    v716 = Question('hosted', {'application': v715})
    v717 = fact('application', 'hosted_assessment')
    v718 = Path('subject', (v717,))
    v719 = Missing(v718)
    v720 = Question('missing(hosted_assessment)', {'application': v719})
    v721 = Template((v228, ' is hosted, and no hosted-services assessment is recorded',))
    v722 = fact('application', 'hosting')
    v723 = Path('subject', (v722,))
    v724 = fact('application', 'service_model')
    v725 = Path('subject', (v724,))
    v726 = fact('application', 'personal_data')
    v727 = Path('subject', (v726,))
    v728 = source('hosting.yaml')
    v729 = fact('hosted_assessment', 'assessed')
    v730 = Path('subject', (v717, v729,))
    v731 = Constant(v333, v334, 'age', '24 months')
    v732 = Operation('subtract_term', (v68, v731,), v336)
    v733 = Comparison('<', v730, v732)
    v734 = Question('hosted_assessment.assessed < today - age', {'application': v733})
    v735 = Template((v228, ' has not been assessed as a hosted service within ', v731, ' (last: ', v730, ')',))
    v736 = Parameter('age', '24 months', v731)
    v737 = Type('enumeration', True, ('none', 'personal', 'special-category',), False)
    v738 = Constant(('personal', 'special-category',), v737, '', None)
    v739 = Member(v727, v738)
    v740 = fact('hosted_assessment', 'data_location')
    v741 = Path('subject', (v717, v740,))
    v742 = Missing(v741)
    v743 = Junction(True, (v739, v742,))
    v744 = Question('personal_data in ("personal", "special-category") and missing(hosted_assessment.data_location)', {'application': v743})
    v745 = Template((v228, ' holds ', v727, ' data, and its assessment does not say where',))
    v746 = fact('hosted_assessment', 'sub_processors')
    v747 = Path('subject', (v717, v746,))
    v748 = fact('hosted_assessment', 'impact_assessment')
    v749 = Path('subject', (v717, v748,))
    v750 = Missing(v749)
    v751 = Junction(True, (v739, v750,))
    v752 = Question('personal_data in ("personal", "special-category") and missing(hosted_assessment.impact_assessment)', {'application': v751})
    v753 = Template((v228, ' holds ', v727, ' data, and no data protection impact assessment is recorded',))
    v754 = fact('asset', 'information_asset_owner')
    v755 = Path('subject', (v754,))
    v756 = fact('hosted_assessment', 'exit_plan')
    v757 = Path('subject', (v717, v756,))
    v758 = Missing(v757)
    v759 = Truth(v757)
    v760 = Negation(v759)
    v761 = Junction(False, (v758, v760,))
    v762 = Question('missing(hosted_assessment.exit_plan) or not hosted_assessment.exit_plan', {'application': v761})
    v763 = Template((v228, ' is hosted, and its assessment records no exit plan',))
    v764 = fact('hosted_assessment', 'driver')
    v765 = Path('subject', (v717, v764,))
    v766 = fact('application', 'proofs')
    v767 = Path('subject', (v766,))
    v768 = Missing(v767)
    v769 = Type('proof', False, (), False)
    v770 = Variable(0, v769)
    v771 = fact('proof', 'expires')
    v772 = Path(v770, (v771,))
    v773 = Comparison('<', v772, v68)
    v774 = Quantifier(False, v770, v767, v773)
    v775 = Junction(False, (v768, v774,))
    v776 = Question('missing(proofs) or any(proof.expires < today for proof in proofs)', {'application': v775})
    v777 = Template((v228, ' is hosted, and a certificate is missing or has expired (on record: ', v767, ')',))
    v778 = fact('asset', 'supplied_by')
    v779 = Path('subject', (v778,))
    v780 = fact('application', 'mfa')
    v781 = Path('subject', (v780,))
    v782 = Truth(v781)
    v783 = Negation(v782)
    v784 = Question('not mfa', {'application': v783})
    v785 = Template((v228, ' is hosted, and is stated to be without multi-factor authentication',))
    v786 = Acceptability('siro', v594, ('accepted_by', 'accepted_on', 'risk', 'mitigation', 'plan', 'target',))
    v787 = fact('application', 'authentication')
    v788 = Path('subject', (v787,))
    v789 = fact('hosted_assessment', 'options_appraisal')
    v790 = Path('subject', (v717, v789,))
    v791 = Missing(v790)
    v792 = Truth(v790)
    v793 = Negation(v792)
    v794 = Junction(False, (v791, v793,))
    v795 = Question('missing(hosted_assessment.options_appraisal) or not hosted_assessment.options_appraisal', {'application': v794})
    v796 = Template((v228, ' is hosted, and its assessment records no appraisal of the other options',))
    v797 = Ladder((), 'info')
    v798 = fact('application', 'cloud')
    v799 = Path('subject', (v798,))
    v800 = Type('enumeration', False, ('native', 'adapted', 'rehosted',), False)
    v801 = Constant('rehosted', v800, '', 'rehosted')
    v802 = Comparison('==', v799, v801)
    v803 = Question('cloud == "rehosted"', {'application': v802})
    v804 = Template((v228, ' is hosted as it was: moved to the cloud, not built for it',))
    v805 = fact('hosted_assessment', 'sla')
    v806 = fact('service_level', 'rto')
    v807 = Path('subject', (v717, v805, v806,))
    v808 = fact('application', 'recovery')
    v809 = fact('recovery', 'rto')
    v810 = Path('subject', (v808, v809,))
    v811 = Comparison('>', v807, v810)
    v812 = Question('hosted_assessment.sla.rto > recovery.rto', {'application': v811})
    v813 = Template((v228, ' must be back within ', v810, ", and its supplier's recovery time is ", v807,))
    v814 = fact('recovery', 'mtpd')
    v815 = Path('subject', (v808, v814,))
    v816 = Type('service', False, (), False)
    v817 = Variable(0, v816)
    v818 = fact('supplier', 'critical_services')
    v819 = Path('subject', (v818,))
    v820 = Count(v817, v819, None, v9)
    v821 = Constant(3, v9, 'most', '3')
    v822 = Comparison('>=', v820, v821)
    v823 = Question('len(critical_services) >= most', {'supplier': v822})
    v824 = Template((v228, ' stands behind critical services: ', v819,))
    v825 = Parameter('most', '3', v821)
    v826 = fact('supplier', 'certificates')
    v827 = Path('subject', (v826,))
    v828 = Type('enumeration', False, ('on-premise', 'hosted', 'partner', 'hybrid',), False)
    v829 = Constant('partner', v828, '', 'partner')
    v830 = Comparison('==', v723, v829)
    v831 = Question('hosting == "partner"', {'application': v830})
    v832 = Type('agreement', False, (), False)
    v833 = Variable(0, v832)
    v834 = fact('application', 'agreements')
    v835 = Path('subject', (v834,))
    v836 = fact('agreement', 'in_force')
    v837 = Path(v833, (v836,))
    v838 = Truth(v837)
    v839 = Quantifier(False, v833, v835, v838)
    v840 = Negation(v839)
    v841 = Question('not any(agreement.in_force for agreement in agreements)', {'application': v840})
    v842 = Template((v228, ' is run by a partner, and no agreement is in force (on record: ', v835, ')',))
    v843 = fact('application', 'partner')
    v844 = fact('partner', 'lead')
    v845 = Path('subject', (v843, v844,))
    v846 = Path('subject', (v843,))
    v847 = Missing(v846)
    v848 = Missing(v845)
    v849 = fact('partner', 'contact')
    v850 = Path('subject', (v843, v849,))
    v851 = Missing(v850)
    v852 = Junction(False, (v847, v848, v851,))
    v853 = Question('missing(partner) or missing(partner.lead) or missing(partner.contact)', {'application': v852})
    v854 = Template((v228, ' is run by a partner, and its lead body or contact is not recorded (lead: ', v845, '; contact: ', v850, ')',))
    v855 = fact('partner', 'agreement')
    v856 = Path('subject', (v843, v855,))
    v857 = fact('partner', 'access_route')
    v858 = Path('subject', (v843, v857,))
    v859 = Question('state in ("live", "retiring")', {'application': v212, 'server': v212})
    v860 = fact('application', 'legacy_assessment')
    v861 = Path('subject', (v860,))
    v862 = Missing(v861)
    v863 = Negation(v862)
    v864 = fact('server', 'legacy_assessment')
    v865 = Path('subject', (v864,))
    v866 = Missing(v865)
    v867 = Negation(v866)
    v868 = Question('not missing(legacy_assessment)', {'application': v863, 'server': v867})
    v869 = Variable(0, v9)
    v870 = fact('asset', 'legacy_likelihoods')
    v871 = Path('subject', (v870,))
    v872 = Path(v869, ())
    v873 = Constant(3, v9, 'legacy', '3')
    v874 = Comparison('>=', v872, v873)
    v875 = Quantifier(False, v869, v871, v874)
    v876 = Question('any(likelihood >= legacy for likelihood in legacy_likelihoods)', {'application': v875, 'server': v875})
    v877 = fact('asset', 'legacy_score')
    v878 = Path('subject', (v877,))
    v879 = Template((v228, ' is legacy by its own assessment (score, of 30: ', v878, ')',))
    v880 = Acceptability('enterprise-architect', v230, ('accepted_by', 'accepted_on', 'risk', 'plan',))
    v881 = Parameter('legacy', '3', v873)
    v882 = fact('legacy_assessment', 'assessed')
    v883 = Path('subject', (v860, v882,))
    v884 = fact('asset', 'funded_plan')
    v885 = Path('subject', (v884,))
    v886 = Path('subject', (v864, v882,))
    v887 = source('legacy.yaml')
    v888 = Constant(16, v9, 'red', '16')
    v889 = Comparison('>=', v878, v888)
    v890 = Count(v541, v885, None, v9)
    v891 = Comparison('==', v890, v11)
    v892 = Junction(True, (v889, v891,))
    v893 = Question('legacy_score >= red and len(funded_plan) == 0', {'application': v892, 'server': v892})
    v894 = Template((v228, ' scores ', v878, ' of 30, which is red, and no funded project deals with it',))
    v895 = Acceptability('siro', v276, ('accepted_by', 'accepted_on', 'risk', 'mitigation', 'treatment', 'plan', 'target',))
    v896 = Parameter('red', '16', v888)
    v897 = fact('asset', 'plan')
    v898 = Path('subject', (v897,))
    v899 = fact('asset', 'contradictions')
    v900 = Path('subject', (v899,))
    v901 = Count(v6, v900, None, v9)
    v902 = Comparison('>', v901, v11)
    v903 = Question('len(contradictions) > 0', {'application': v902, 'server': v902})
    v904 = Template(('The legacy assessment of ', v228, ' says better than the inventory shows: ', v900,))
    v905 = fact('legacy_assessment', 'by')
    v906 = Path('subject', (v860, v905,))
    v907 = Path('subject', (v864, v905,))
    v908 = Comparison('<', v883, v694)
    v909 = Comparison('<', v886, v694)
    v910 = Question('legacy_assessment.assessed < today - age', {'application': v908, 'server': v909})
    v911 = Template((v228, ' has not been assessed as legacy within ', v693, ' (last: ', v883, ')',))
    v912 = Template((v228, ' has not been assessed as legacy within ', v693, ' (last: ', v886, ')',))
    v913 = fact('asset', 'legacy_causes')
    v914 = Path('subject', (v913,))
    v915 = Count(v6, v914, None, v9)
    v916 = Comparison('>', v915, v11)
    v917 = Junction(True, (v916, v862,))
    v918 = Junction(True, (v916, v866,))
    v919 = Question('len(legacy_causes) > 0 and missing(legacy_assessment)', {'application': v917, 'server': v918})
    v920 = Template((v228, ' has never been assessed as legacy: ', v914,))
    v921 = fact('application', 'skills')
    v922 = fact('skills', 'people')
    v923 = Path('subject', (v921, v922,))
    v924 = Constant(1, v9, 'fewest', '1')
    v925 = Comparison('<=', v923, v924)
    v926 = Constant(2, v9, 'fewest_for_critical', '2')
    v927 = Comparison('<=', v923, v926)
    v928 = Type('enumeration', False, ('critical', 'high', 'medium', 'low',), False)
    v929 = Constant('critical', v928, '', 'critical')
    v930 = Comparison('==', v554, v929)
    v931 = Junction(True, (v927, v930,))
    v932 = Junction(False, (v925, v931,))
    v933 = Question('skills.people <= fewest or (skills.people <= fewest_for_critical and criticality == "critical")', {'application': v932})
    v934 = Template((v228, ' hangs on too few people: the number who can keep it running is ', v923,))
    v935 = Parameter('fewest', '1', v924)
    v936 = Parameter('fewest_for_critical', '2', v926)
    v937 = fact('application', 'support_model')
    v938 = Path('subject', (v937,))
    v939 = fact('asset', 'technical_owner')
    v940 = Path('subject', (v939,))
    v941 = Question('state in ("live", "retiring")', {'licence': v212})
    v942 = fact('licence', 'ends')
    v943 = Path('subject', (v942,))
    v944 = Comparison('<', v943, v68)
    v945 = Type('licence_use', False, (), False)
    v946 = Variable(0, v945)
    v947 = fact('licence', 'uses')
    v948 = Path('subject', (v947,))
    v949 = Count(v946, v948, None, v9)
    v950 = Comparison('>', v949, v11)
    v951 = Junction(True, (v944, v950,))
    v952 = Question('ends < today and len(uses) > 0', {'licence': v951})
    v953 = Template((v228, ' ended on ', v943, ', and is still used by ', v948,))
    v954 = fact('licence', 'product')
    v955 = Path('subject', (v954,))
    v956 = fact('licence', 'metric')
    v957 = Path('subject', (v956,))
    v958 = source('licences.yaml')
    v959 = fact('licence', 'surplus_at_most')
    v960 = Path('subject', (v959,))
    v961 = Comparison('<', v960, v11)
    v962 = fact('licence', 'surplus')
    v963 = Path('subject', (v962,))
    v964 = Comparison('<', v963, v11)
    v965 = Junction(False, (v961, v964,))
    v966 = Question('surplus_at_most < 0 or surplus < 0', {'licence': v965})
    v967 = fact('licence', 'deployed_at_least')
    v968 = Path('subject', (v967,))
    v969 = fact('licence', 'quantity')
    v970 = Path('subject', (v969,))
    v971 = Template((v228, ': at least ', v968, ' in use, ', v970, ' bought (counted by ', v957, ')',))
    v972 = fact('licence', 'unused_share')
    v973 = Path('subject', (v972,))
    v974 = Constant(0.1, v9, 'share', '0.1')
    v975 = Comparison('>=', v973, v974)
    v976 = Comparison('>=', v943, v68)
    v977 = Junction(True, (v975, v976,))
    v978 = Question('unused_share >= share and ends >= today', {'licence': v977})
    v979 = Template((v228, ': of ', v970, ' bought, ', v963, ' are not in use (counted by ', v957, ')',))
    v980 = Parameter('share', '0.1', v974)
    v981 = fact('licence', 'deployed')
    v982 = Path('subject', (v981,))
    v983 = fact('installation', 'product_licensed')
    v984 = Path('subject', (v983,))
    v985 = Truth(v984)
    v986 = Question('product_licensed', {'installation': v985})
    v987 = fact('installation', 'licensed')
    v988 = Path('subject', (v987,))
    v989 = Truth(v988)
    v990 = Negation(v989)
    v991 = Question('not licensed', {'installation': v990})
    v992 = fact('installation', 'version')
    v993 = Path('subject', (v992,))
    v994 = Template((v686, ' runs ', v687, ' ', v993, ', and no licence for it covers this asset',))
    v995 = fact('asset', 'licensed_by')
    v996 = Path('subject', (v675, v995,))
    v997 = Question('state in ("live", "retiring")', {'contract': v212})
    v998 = fact('contract', 'auto_renews')
    v999 = Path('subject', (v998,))
    v1000 = Truth(v999)
    v1001 = fact('contract', 'notice_by')
    v1002 = Path('subject', (v1001,))
    v1003 = Comparison('<', v1002, v68)
    v1004 = fact('contract', 'needed_until')
    v1005 = Path('subject', (v1004,))
    v1006 = fact('contract', 'current_end')
    v1007 = Path('subject', (v1006,))
    v1008 = Comparison('<=', v1005, v1007)
    v1009 = fact('contract', 'renewed_end')
    v1010 = Path('subject', (v1009,))
    v1011 = Comparison('<', v1005, v1010)
    v1012 = Junction(False, (v1008, v1011,))
    v1013 = Junction(True, (v1000, v1003, v1012,))
    v1014 = Question('auto_renews and notice_by < today and (needed_until <= current_end or needed_until < renewed_end)', {'contract': v1013})
    v1015 = Template(('Notice on the contract ', v228, ' was due by ', v1002, ': it runs on (until ', v1010, '), and what it covers is planned to be gone by ', v1005,))
    v1016 = fact('contract', 'value')
    v1017 = Path('subject', (v1016,))
    v1018 = fact('contract', 'notice')
    v1019 = Path('subject', (v1018,))
    v1020 = fact('contract', 'covered')
    v1021 = Path('subject', (v1020,))
    v1022 = Comparison('>=', v1002, v68)
    v1023 = Constant(timedelta(1, 0, 0), v704, '', '1 day')
    v1024 = Constant(90, v9, 'days', '90')
    v1025 = Operation('multiply_duration', (v1023, v1024,), v704)
    v1026 = Operation('add_duration', (v68, v1025,), v336)
    v1027 = Comparison('<=', v1002, v1026)
    v1028 = Junction(True, (v1000, v1022, v1027,))
    v1029 = Question('auto_renews and notice_by >= today and notice_by <= today + days * "1 day"', {'contract': v1028})
    v1030 = fact('contract', 'renews_for')
    v1031 = Path('subject', (v1030,))
    v1032 = Template(('Notice on the contract ', v228, ' must be given by ', v1002, ', or it renews (term: ', v1031, ')',))
    v1033 = Parameter('days', '90', v1024)
    v1034 = Comparison('>=', v1007, v68)
    v1035 = Comparison('>', v1007, v1005)
    v1036 = Junction(True, (v1034, v1035,))
    v1037 = Question('current_end >= today and current_end > needed_until', {'contract': v1036})
    v1038 = Template(('The contract ', v228, ' (end: ', v1007, ') outlives what it covers, which is planned to be gone by ', v1005,))
    v1039 = Negation(v1000)
    v1040 = Question('not auto_renews', {'contract': v1039})
    v1041 = fact('policy', 'horizons')
    v1042 = Path('scope', (v117, v1041,))
    v1043 = Element(v1042, 0)
    v1044 = Operation('add_term', (v68, v1043,), v336)
    v1045 = Comparison('<=', v1007, v1044)
    v1046 = Comparison('<', v1007, v1005)
    v1047 = fact('contract', 'replaced')
    v1048 = Path('subject', (v1047,))
    v1049 = Truth(v1048)
    v1050 = Negation(v1049)
    v1051 = Junction(True, (v1045, v1046, v1050,))
    v1052 = Question('current_end <= today + policy.horizons[0] and current_end < needed_until and not replaced', {'contract': v1051})
    v1053 = Template(('The contract ', v228, ' ends on ', v1007, ', before what it covers (', v1021, '), and no contract replaces it',))
    v1054 = Constant(5000, v9, 'threshold', '5000')
    v1055 = Comparison('>', v1017, v1054)
    v1056 = Question('value > threshold', {'contract': v1055})
    v1057 = fact('contract', 'unpublished_fields')
    v1058 = Path('subject', (v1057,))
    v1059 = Count(v6, v1058, None, v9)
    v1060 = Comparison('>', v1059, v11)
    v1061 = Question('len(unpublished_fields) > 0', {'contract': v1060})
    v1062 = Template(('The register entry of the contract ', v228, ' lacks ', v1058,))
    v1063 = Parameter('threshold', '5000', v1054)
    v1064 = fact('asset', 'reorganises')
    v1065 = Path('subject', (v1064,))
    v1066 = Truth(v1065)
    v1067 = fact('asset', 'vesting')
    v1068 = Path('subject', (v1067,))
    v1069 = Comparison('>=', v353, v1068)
    v1070 = Junction(True, (v1066, v1069,))
    v1071 = Question('reorganises and planned_end >= vesting', {'asset': v1070})
    v1072 = fact('asset', 'successor')
    v1073 = Path('subject', (v1072,))
    v1074 = Missing(v1073)
    v1075 = Question('missing(successor)', {'asset': v1074})
    v1076 = Template(('No successor is named for ', v228, ', and vesting day is ', v1068,))
    v1077 = fact('asset', 'organisations')
    v1078 = Path('subject', (v1077,))
    v1079 = source('reorganisation.yaml')
    v1080 = Count(v6, v1078, None, v9)
    v1081 = Comparison('>=', v1080, v422)
    v1082 = Junction(True, (v1066, v1081, v1069,))
    v1083 = Question('reorganises and len(organisations) >= 2 and planned_end >= vesting', {'asset': v1082})
    v1084 = fact('asset', 'successors')
    v1085 = Path('subject', (v1084,))
    v1086 = Count(v6, v1085, None, v9)
    v1087 = Comparison('>=', v1086, v422)
    v1088 = Question('len(successors) >= 2', {'asset': v1087})
    v1089 = Template((v228, ' is shared by ', v1078, ', who part on ', v1068, ': it would belong to ', v1085,))
    v1090 = Acceptability('siro', v230, ('accepted_by', 'accepted_on', 'risk', 'plan', 'target',))
    v1091 = Junction(True, (v1066, v1022, v1069,))
    v1092 = Question('reorganises and notice_by >= today and planned_end >= vesting', {'contract': v1091})
    v1093 = Comparison('<', v1002, v1068)
    v1094 = Question('notice_by < vesting', {'contract': v1093})
    v1095 = Template(('Notice on the contract ', v228, ' must be given by ', v1002, ', before vesting day on ', v1068,))
    v1096 = fact('contract', 'novation')
    v1097 = Path('subject', (v1096,))
    v1098 = fact('exception', 'reorganises')
    v1099 = Path('subject', (v1098,))
    v1100 = Truth(v1099)
    v1101 = Junction(True, (v3, v79, v1100,))
    v1102 = Question('standing and not lapsed and reorganises', {'exception': v1101})
    v1103 = fact('exception', 'vesting')
    v1104 = Path('subject', (v1103,))
    v1105 = Comparison('>=', v66, v1104)
    v1106 = Question('last_day >= vesting', {'exception': v1105})
    v1107 = Template(('The acceptance ', v15, ' runs until ', v66, ', and the organisation that gave it ceases on ', v1104,))
    v1108 = fact('exception', 'organisation')
    v1109 = Path('subject', (v1108,))
    v1110 = fact('exception', 'accepted_by')
    v1111 = Path('subject', (v1110,))
    v1112 = fact('dependency', 'strength')
    v1113 = Path('subject', (v1112,))
    v1114 = Type('enumeration', False, ('hard', 'soft',), False)
    v1115 = Constant('hard', v1114, '', 'hard')
    v1116 = Comparison('==', v1113, v1115)
    v1117 = fact('dependency', 'source')
    v1118 = fact('asset', 'kind')
    v1119 = Path('subject', (v1117, v1118,))
    v1120 = Type('enumeration', True, ('application', 'server', 'device', 'site', 'connection', 'licence', 'contract', 'agreement', 'api', 'dataset', 'service',), False)
    v1121 = Constant(('application', 'server',), v1120, '', None)
    v1122 = Member(v1119, v1121)
    v1123 = Path('subject', (v1117, v473,))
    v1124 = Comparison('==', v1123, v476)
    v1125 = Path('subject', (v1117, v208,))
    v1126 = Member(v1125, v211)
    v1127 = Junction(True, (v1116, v1122, v1124, v1126,))
    v1128 = Question('strength == "hard" and source.kind in ("application", "server") and source.environment == "production" and source.state in ("live", "retiring")', {'dependency': v1127})
    v1129 = fact('dependency', 'back_in')
    v1130 = Path('subject', (v1129,))
    v1131 = fact('dependency', 'due_in')
    v1132 = Path('subject', (v1131,))
    v1133 = Comparison('>', v1130, v1132)
    v1134 = fact('dependency', 'least_back_in')
    v1135 = Path('subject', (v1134,))
    v1136 = Comparison('>', v1135, v1132)
    v1137 = Junction(False, (v1133, v1136,))
    v1138 = Question('back_in > due_in or least_back_in > due_in', {'dependency': v1137})
    v1139 = Path('subject', (v1117, v227,))
    v1140 = fact('dependency', 'relation')
    v1141 = Path('subject', (v1140,))
    v1142 = fact('dependency', 'targets')
    v1143 = Path('subject', (v1142,))
    v1144 = Template((v1139, ' must be back within ', v1132, ', and what it needs (', v1141, ': ', v1143, ') takes at least ', v1135, ' to recover',))
    v1145 = Acceptability('siro', v230, ('accepted_by', 'accepted_on', 'risk', 'mitigation', 'plan',))
    v1146 = fact('asset', 'critical_services')
    v1147 = Path('subject', (v1117, v1146,))
    v1148 = source('resilience.yaml')
    v1149 = fact('dependency', 'loses')
    v1150 = Path('subject', (v1149,))
    v1151 = fact('dependency', 'may_lose')
    v1152 = Path('subject', (v1151,))
    v1153 = Comparison('>', v1150, v1152)
    v1154 = fact('dependency', 'least_loss')
    v1155 = Path('subject', (v1154,))
    v1156 = Comparison('>', v1155, v1152)
    v1157 = Junction(False, (v1153, v1156,))
    v1158 = Question('loses > may_lose or least_loss > may_lose', {'dependency': v1157})
    v1159 = Template((v1139, ' may lose ', v1152, ' of data, and what it needs (', v1141, ': ', v1143, ') loses at least ', v1155,))
    v1160 = Question('environment == "production"', {'application': v477, 'server': v477})
    v1161 = fact('asset', 'effective_rto')
    v1162 = Path('subject', (v1161,))
    v1163 = Comparison('>', v1162, v815)
    v1164 = fact('asset', 'least_rto')
    v1165 = Path('subject', (v1164,))
    v1166 = Comparison('>', v1165, v815)
    v1167 = Junction(False, (v1163, v1166,))
    v1168 = fact('server', 'recovery')
    v1169 = Path('subject', (v1168, v814,))
    v1170 = Comparison('>', v1162, v1169)
    v1171 = Comparison('>', v1165, v1169)
    v1172 = Junction(False, (v1170, v1171,))
    v1173 = Question('effective_rto > recovery.mtpd or least_rto > recovery.mtpd', {'application': v1167, 'server': v1172})
    v1174 = Template((v228, ' takes at least ', v1165, ' to recover, and can be done without for only ', v815,))
    v1175 = Template((v228, ' takes at least ', v1165, ' to recover, and can be done without for only ', v1169,))
    v1176 = Path('subject', (v1146,))
    v1177 = Path('subject', (v1168, v809,))
    v1178 = Count(v817, v1176, None, v9)
    v1179 = Comparison('>', v1178, v11)
    v1180 = Junction(True, (v477, v1179,))
    v1181 = Question('environment == "production" and len(critical_services) > 0', {'application': v1180, 'server': v1180})
    v1182 = Path('subject', (v808,))
    v1183 = Missing(v1182)
    v1184 = Missing(v810)
    v1185 = fact('recovery', 'rpo')
    v1186 = Path('subject', (v808, v1185,))
    v1187 = Missing(v1186)
    v1188 = Junction(True, (v1184, v1187,))
    v1189 = Junction(False, (v1183, v1188,))
    v1190 = Path('subject', (v1168,))
    v1191 = Missing(v1190)
    v1192 = Missing(v1177)
    v1193 = Path('subject', (v1168, v1185,))
    v1194 = Missing(v1193)
    v1195 = Junction(True, (v1192, v1194,))
    v1196 = Junction(False, (v1191, v1195,))
    v1197 = Question('missing(recovery) or (missing(recovery.rto) and missing(recovery.rpo))', {'application': v1189, 'server': v1196})
    v1198 = Template((v228, ' states neither how soon it must be back nor how much data may be lost',))
    v1199 = fact('recovery', 'tested')
    v1200 = Path('subject', (v808, v1199,))
    v1201 = Constant(v230, v334, 'tested_within', '12 months')
    v1202 = Operation('subtract_term', (v68, v1201,), v336)
    v1203 = Comparison('<', v1200, v1202)
    v1204 = Path('subject', (v1168, v1199,))
    v1205 = Comparison('<', v1204, v1202)
    v1206 = Question('recovery.tested < today - tested_within', {'application': v1203, 'server': v1205})
    v1207 = Template((v228, ' has not been recovered for a test within ', v1201, ' (last: ', v1200, ')',))
    v1208 = Template((v228, ' has not been recovered for a test within ', v1201, ' (last: ', v1204, ')',))
    v1209 = Parameter('tested_within', '12 months', v1201)
    v1210 = fact('cycle', 'members')
    v1211 = Path('subject', (v1210,))
    v1212 = Quantifier(True, v267, v1211, v271)
    v1213 = Question('all(member.state in ("live", "retiring") for member in members)', {'cycle': v1212})
    v1214 = Path(v267, (v473,))
    v1215 = Comparison('==', v1214, v476)
    v1216 = Quantifier(False, v267, v1211, v1215)
    v1217 = Question('any(member.environment == "production" for member in members)', {'cycle': v1216})
    v1218 = Template((v1211, ' need one another to recover: none of them can be started first',))
    v1219 = Acceptability('enterprise-architect', v230, ('accepted_by', 'accepted_on', 'risk', 'mitigation',))
    v1220 = fact('cycle', 'way')
    v1221 = Path('subject', (v1220,))
    v1222 = Question('state in ("live", "retiring")', {'server': v212, 'device': v212, 'connection': v212, 'api': v212})
    v1223 = Question('environment == "production"', {'server': v477, 'device': v477, 'connection': v477, 'api': v477})
    v1224 = fact('asset', 'sole_support_of')
    v1225 = Path('subject', (v1224,))
    v1226 = Count(v817, v1225, None, v9)
    v1227 = Comparison('>', v1226, v11)
    v1228 = Question('len(sole_support_of) > 0', {'server': v1227, 'device': v1227, 'connection': v1227, 'api': v1227})
    v1229 = Template(('If ', v228, ' alone fails, these critical services stop: ', v1225,))
    v1230 = fact('asset', 'sites')
    v1231 = Path('subject', (v1230,))
    v1232 = Junction(True, (v477, v930,))
    v1233 = Question('environment == "production" and criticality == "critical"', {'service': v1232})
    v1234 = Type('site', False, (), False)
    v1235 = Variable(0, v1234)
    v1236 = fact('service', 'single_sites')
    v1237 = Path('subject', (v1236,))
    v1238 = Count(v1235, v1237, None, v9)
    v1239 = Comparison('>', v1238, v11)
    v1240 = Question('len(single_sites) > 0', {'service': v1239})
    v1241 = Template((v228, ' stops when one site is lost: ', v1237,))
    v1242 = fact('asset', 'holds_data')
    v1243 = Path('subject', (v1242,))
    v1244 = Truth(v1243)
    v1245 = Junction(True, (v477, v1244,))
    v1246 = Question('environment == "production" and holds_data', {'application': v1245, 'server': v1245})
    v1247 = fact('asset', 'backups')
    v1248 = Path('subject', (v1247,))
    v1249 = Count(v267, v1248, None, v9)
    v1250 = Comparison('==', v1249, v11)
    v1251 = Question('len(backups) == 0', {'application': v1250, 'server': v1250})
    v1252 = Template((v228, ' holds data, and neither it nor what it runs on is backed up',))
    v1253 = fact('asset', 'personal_data')
    v1254 = Path('subject', (v1253,))
    v1255 = fact('asset', 'backs_up_to')
    v1256 = Path('subject', (v1255,))
    v1257 = Missing(v1256)
    v1258 = Negation(v1257)
    v1259 = Junction(True, (v477, v1258,))
    v1260 = Question('environment == "production" and not missing(backs_up_to)', {'application': v1259, 'server': v1259})
    v1261 = fact('asset', 'backed_up_apart')
    v1262 = Path('subject', (v1261,))
    v1263 = Truth(v1262)
    v1264 = Negation(v1263)
    v1265 = Question('not backed_up_apart', {'application': v1264, 'server': v1264})
    v1266 = Template((v228, ' is backed up only where it stands: at ', v1231,))
    v1267 = Question('state in ("live", "retiring")', {'site': v212})
    v1268 = Question('environment == "production"', {'site': v477})
    v1269 = Type('server', False, (), False)
    v1270 = Variable(0, v1269)
    v1271 = fact('site', 'servers_there')
    v1272 = Path('subject', (v1271,))
    v1273 = Count(v1270, v1272, None, v9)
    v1274 = Comparison('>', v1273, v11)
    v1275 = Type('connection', False, (), False)
    v1276 = Variable(0, v1275)
    v1277 = fact('site', 'lines')
    v1278 = Path('subject', (v1277,))
    v1279 = Count(v1276, v1278, None, v9)
    v1280 = Constant(1, v9, '', None)
    v1281 = Comparison('==', v1279, v1280)
    v1282 = Junction(True, (v1274, v1281,))
    v1283 = Question('len(servers_there) > 0 and len(lines) == 1', {'site': v1282})
    v1284 = Template((v228, ' has servers (', v1272, ') and only one line: ', v1278,))
    v1285 = Question('state in ("live", "retiring")', {'server': v212, 'device': v212, 'connection': v212})
    v1286 = fact('asset', 'closing_sites')
    v1287 = Path('subject', (v1286,))
    v1288 = fact('site', 'closes')
    v1289 = Path(v1235, (v1288,))
    v1290 = Comparison('>', v353, v1289)
    v1291 = Quantifier(False, v1235, v1287, v1290)
    v1292 = Question('any(planned_end > site.closes for site in closing_sites)', {'server': v1291, 'device': v1291, 'connection': v1291})
    v1293 = Path('subject', (v1286, v1288,))
    v1294 = fact('asset', 'losing_place')
    v1295 = Path('subject', (v1294,))
    v1296 = Template((v228, ' stands at ', v1287, ', which closes on ', v1293, ', and nothing planned takes it away by then; what stands on it: ', v1295,))
    v1297 = source('sites.yaml')
    v1298 = Question('state in ("live", "retiring")', {'server': v212, 'device': v212})
    v1299 = fact('asset', 'own_hardware')
    v1300 = Path('subject', (v1299,))
    v1301 = Truth(v1300)
    v1302 = fact('server', 'renewal')
    v1303 = Path('subject', (v1302,))
    v1304 = Missing(v1303)
    v1305 = Negation(v1304)
    v1306 = Junction(False, (v1301, v1305,))
    v1307 = Comparison('>=', v1303, v68)
    v1308 = Element(v1042, 2)
    v1309 = Operation('add_term', (v68, v1308,), v336)
    v1310 = Comparison('<=', v1303, v1309)
    v1311 = Junction(True, (v1306, v1307, v1310,))
    v1312 = fact('device', 'renewal')
    v1313 = Path('subject', (v1312,))
    v1314 = Missing(v1313)
    v1315 = Negation(v1314)
    v1316 = Junction(False, (v1301, v1315,))
    v1317 = Comparison('>=', v1313, v68)
    v1318 = Comparison('<=', v1313, v1309)
    v1319 = Junction(True, (v1316, v1317, v1318,))
    v1320 = Question('(own_hardware or not missing(renewal)) and renewal >= today and renewal <= today + policy.horizons[2]', {'server': v1311, 'device': v1319})
    v1321 = Comparison('>=', v353, v1303)
    v1322 = fact('asset', 'needed_at_renewal')
    v1323 = Path('subject', (v1322,))
    v1324 = Count(v267, v1323, None, v9)
    v1325 = Comparison('==', v1324, v11)
    v1326 = Junction(True, (v1321, v1325,))
    v1327 = Comparison('>=', v353, v1313)
    v1328 = Junction(True, (v1327, v1325,))
    v1329 = Question('planned_end >= renewal and len(needed_at_renewal) == 0', {'server': v1326, 'device': v1328})
    v1330 = Template((v228, ' is due for renewal on ', v1303, ', and nothing in the plan needs it by then',))
    v1331 = Template((v228, ' is due for renewal on ', v1313, ', and nothing in the plan needs it by then',))
    v1332 = fact('asset', 'physical')
    v1333 = Path('subject', (v1332,))
    v1334 = Truth(v1333)
    v1335 = Question('physical', {'server': v1334, 'device': v1334})
    v1336 = fact('server', 'located_at')
    v1337 = Path('subject', (v1336,))
    v1338 = Missing(v1337)
    v1339 = fact('device', 'located_at')
    v1340 = Path('subject', (v1339,))
    v1341 = Missing(v1340)
    v1342 = Question('missing(located_at)', {'server': v1338, 'device': v1341})
    v1343 = Template(('Nobody has recorded at which site ', v228, ' stands',))
    v1344 = fact('server', 'form')
    v1345 = Path('subject', (v1344,))
    v1346 = fact('device', 'form')
    v1347 = Path('subject', (v1346,))
    v1348 = fact('installation', 'software_as_a_service')
    v1349 = Path('subject', (v1348,))
    v1350 = Truth(v1349)
    v1351 = Missing(v993)
    v1352 = Junction(True, (v1350, v1351,))
    v1353 = Negation(v1352)
    v1354 = Question('not (software_as_a_service and missing(version))', {'installation': v1353})
    v1355 = fact('installation', 'support')
    v1356 = fact('support', 'status')
    v1357 = Path('subject', (v1355, v1356,))
    v1358 = Type('enumeration', False, ('supported', 'extended', 'extended-unpaid', 'ended',), False)
    v1359 = Constant('ended', v1358, '', 'ended')
    v1360 = Comparison('==', v1357, v1359)
    v1361 = Question('support.status == "ended"', {'installation': v1360})
    v1362 = fact('support', 'ended')
    v1363 = Path('subject', (v1355, v1362,))
    v1364 = Template((v686, ' runs ', v687, ' ', v993, ', unsupported since ', v1363,))
    v1365 = fact('installation', 'cycle')
    v1366 = Path('subject', (v1365,))
    v1367 = fact('support', 'source')
    v1368 = Path('subject', (v1355, v1367,))
    v1369 = Path('subject', (v675, v298,))
    v1370 = Path('subject', (v675, v1253,))
    v1371 = source('support.yaml')
    v1372 = Constant('extended-unpaid', v1358, '', 'extended-unpaid')
    v1373 = Comparison('==', v1357, v1372)
    v1374 = Question('support.status == "extended-unpaid"', {'installation': v1373})
    v1375 = fact('support', 'extended_until')
    v1376 = Path('subject', (v1355, v1375,))
    v1377 = Template((v686, ' runs ', v687, ' ', v993, ', out of support since ', v1363, '; extended support is for sale until ', v1376, ', and no licence here buys it',))
    v1378 = Constant('extended', v1358, '', 'extended')
    v1379 = Comparison('==', v1357, v1378)
    v1380 = Question('support.status == "extended"', {'installation': v1379})
    v1381 = Template((v686, ' runs ', v687, ' ', v993, ' on extended support until ', v1376,))
    v1382 = fact('installation', 'entitlement')
    v1383 = Path('subject', (v1382, v227,))
    v1384 = fact('support', 'ends')
    v1385 = Path('subject', (v1355, v1384,))
    v1386 = Comparison('<=', v1385, v1044)
    v1387 = Question('support.ends <= today + policy.horizons[0]', {'installation': v1386})
    v1388 = Element(v1042, 1)
    v1389 = Operation('add_term', (v68, v1388,), v336)
    v1390 = Comparison('<=', v1385, v1389)
    v1391 = Question('support.ends <= today + policy.horizons[1]', {'installation': v1390})
    v1392 = Ladder((('high', v1387,), ('medium', v1391,),), 'low')
    v1393 = Type('enumeration', True, ('supported', 'extended', 'extended-unpaid', 'ended',), False)
    v1394 = Constant(('supported', 'extended',), v1393, '', None)
    v1395 = Member(v1357, v1394)
    v1396 = Comparison('<=', v1385, v1309)
    v1397 = fact('installation', 'planned_end')
    v1398 = Path('subject', (v1397,))
    v1399 = Comparison('>', v1398, v1385)
    v1400 = Junction(True, (v1395, v1396, v1399,))
    v1401 = Question('support.status in ("supported", "extended") and support.ends <= today + policy.horizons[2] and planned_end > support.ends', {'installation': v1400})
    v1402 = fact('installation', 'afterwards')
    v1403 = Path('subject', (v1402,))
    v1404 = Template((v686, ' runs ', v687, ' ', v993, ', whose support ends on ', v1385, ', and no project takes it away before then; ', v1403,))
    v1405 = fact('installation', 'reachable_from_internet')
    v1406 = Path('subject', (v1405,))
    v1407 = Truth(v1406)
    v1408 = Question('reachable_from_internet', {'installation': v1407})
    v1409 = Path('subject', (v675, v1146,))
    v1410 = Count(v817, v1409, None, v9)
    v1411 = Comparison('>', v1410, v11)
    v1412 = Question('len(asset.critical_services) > 0', {'installation': v1411})
    v1413 = Ladder((('high', v1408,), ('high', v1412,),), 'medium')
    v1414 = Negation(v1350)
    v1415 = Question('not software_as_a_service', {'installation': v1414})
    v1416 = Missing(v1357)
    v1417 = Question('missing(support.status)', {'installation': v1416})
    v1418 = fact('installation', 'reason')
    v1419 = Path('subject', (v1418,))
    v1420 = Template((v686, ': nobody knows whether its software is supported: ', v1419,))
    v1421 = fact('installation', 'match')
    v1422 = Path('subject', (v1421,))
    v1423 = fact('installation', 'candidates')
    v1424 = Path('subject', (v1423,))
    v1425 = Question('state in ("live", "retiring")', {'application': v212, 'api': v212})
    v1426 = Type('trail', False, (), False)
    v1427 = Variable(0, v1426)
    v1428 = fact('asset', 'stands_on_unsupported')
    v1429 = Path('subject', (v1428,))
    v1430 = Count(v1427, v1429, None, v9)
    v1431 = Comparison('>', v1430, v11)
    v1432 = Question('len(stands_on_unsupported) > 0', {'application': v1431, 'api': v1431})
    v1433 = Template((v228, ' stands on unsupported software: ', v1429,))
    v1434 = Acceptability('siro', v276, ('accepted_by', 'accepted_on', 'risk', 'plan',))
    v1435 = Question('own_hardware', {'server': v1301, 'device': v1301})
    v1436 = fact('server', 'hardware')
    v1437 = fact('hardware', 'support_ends')
    v1438 = Path('subject', (v1436, v1437,))
    v1439 = Comparison('<', v1438, v68)
    v1440 = fact('device', 'hardware')
    v1441 = Path('subject', (v1440, v1437,))
    v1442 = Comparison('<', v1441, v68)
    v1443 = Question('hardware.support_ends < today', {'server': v1439, 'device': v1442})
    v1444 = Template((v228, ' is hardware that its maker has not supported since ', v1438,))
    v1445 = Template((v228, ' is hardware that its maker has not supported since ', v1441,))
    v1446 = fact('hardware', 'product')
    v1447 = Path('subject', (v1436, v1446,))
    v1448 = Path('subject', (v1440, v1446,))
    v1449 = Type('lock', False, (), False)
    v1450 = Variable(0, v1449)
    v1451 = fact('asset', 'locked_to')
    v1452 = Path('subject', (v1451,))
    v1453 = fact('lock', 'ends')
    v1454 = Path(v1450, (v1453,))
    v1455 = Comparison('<', v1454, v68)
    v1456 = fact('asset', 'own_support_ends')
    v1457 = Path('subject', (v1456,))
    v1458 = Comparison('<', v1454, v1457)
    v1459 = Junction(False, (v1455, v1458,))
    v1460 = Quantifier(False, v1450, v1452, v1459)
    v1461 = Question('any(lock.ends < today or lock.ends < own_support_ends for lock in locked_to)', {'application': v1460, 'server': v1460, 'device': v1460, 'api': v1460})
    v1462 = Template((v228, ' requires versions whose support has ended or ends before its own: ', v1452,))
    v1463 = Type('enumeration', False, ('vendor', 'in-house', 'community',), False)
    v1464 = Constant('vendor', v1463, '', 'vendor')
    v1465 = Comparison('==', v938, v1464)
    v1466 = Question('support_model == "vendor"', {'application': v1465})
    v1467 = Type('contract', False, (), False)
    v1468 = Variable(0, v1467)
    v1469 = fact('asset', 'contracts')
    v1470 = Path('subject', (v1469,))
    v1471 = fact('contract', 'in_force')
    v1472 = Path(v1468, (v1471,))
    v1473 = Truth(v1472)
    v1474 = fact('contract', 'support')
    v1475 = Path(v1468, (v1474,))
    v1476 = Truth(v1475)
    v1477 = Junction(True, (v1473, v1476,))
    v1478 = Quantifier(False, v1468, v1470, v1477)
    v1479 = Negation(v1478)
    v1480 = Question('not any(contract.in_force and contract.support for contract in contracts)', {'application': v1479})
    v1481 = Template((v228, " relies on its supplier's support, and no contract in force includes it",))
    v1482 = fact('installation', 'patch_days')
    v1483 = Path('subject', (v1482,))
    v1484 = Constant(14, v9, 'days', '14')
    v1485 = Comparison('>', v1483, v1484)
    v1486 = fact('installation', 'patched')
    v1487 = Path('subject', (v1486,))
    v1488 = Constant(timedelta(45, 0, 0), v704, 'patched_within', '45 days')
    v1489 = Operation('subtract_duration', (v68, v1488,), v336)
    v1490 = Comparison('<', v1487, v1489)
    v1491 = Junction(False, (v1485, v1490,))
    v1492 = Question('patch_days > days or patched < today - patched_within', {'installation': v1491})
    v1493 = fact('installation', 'title')
    v1494 = Path('subject', (v1493,))
    v1495 = Template((v686, ': fixes for ', v1494, ' are installed too late (last installed: ', v1487, "; days from a fix's release to its installation: ", v1483, ')',))
    v1496 = Parameter('days', '14', v1484)
    v1497 = Term(0, 45)
    v1498 = Constant(v1497, v334, 'patched_within', '45 days')
    v1499 = Parameter('patched_within', '45 days', v1498)
    v1500 = Constant(('ended', 'extended-unpaid',), v1393, '', None)
    v1501 = Member(v1357, v1500)
    v1502 = Junction(True, (v1501, v1407,))
    v1503 = Question('support.status in ("ended", "extended-unpaid") and reachable_from_internet', {'installation': v1502})
    v1504 = Template((v686, ' runs ', v687, ' ', v993, ' without support, and the internet reaches it',))
    v1505 = Acceptability('siro', v594, ('accepted_by', 'accepted_on', 'risk', 'mitigation', 'treatment', 'plan', 'target',))
    v1506 = fact('asset', 'zone')
    v1507 = Path('subject', (v675, v1506,))
    v1508 = Question('state in ("live", "retiring")', {'connection': v212})
    v1509 = fact('connection', 'technology')
    v1510 = Path('subject', (v1509,))
    v1511 = Type('enumeration', True, ('fibre', 'copper', 'pstn', 'isdn', 'wireless', 'mobile', 'vpn', 'internet',), False)
    v1512 = Constant(('pstn', 'isdn',), v1511, '', None)
    v1513 = Member(v1510, v1512)
    v1514 = Question('technology in ("pstn", "isdn")', {'connection': v1513})
    v1515 = Template((v228, ' is a line on the switched telephone network (', v1510, '), which is retired by 31 January 2027',))
    v1516 = fact('product', 'withdrawal_announced')
    v1517 = Path('subject', (v1516,))
    v1518 = Truth(v1517)
    v1519 = Question('withdrawal_announced', {'product': v1518})
    v1520 = fact('product', 'vendor')
    v1521 = Path('subject', (v1520,))
    v1522 = fact('product', 'withdrawn')
    v1523 = Path('subject', (v1522,))
    v1524 = Template(('The last day on which ', v1521, ' offers ', v471, ' is ', v1523,))
    return {
        'incomplete-acceptance': Rule(id='incomplete-acceptance', title='An acceptance that lacks a required part', severity=v0, kind='fault', subjects=('exception',), population=None, where=v4, when=v13, message='{id} lacks what {rule} asks of an acceptance: {missing_parts}', messages={'exception': v18}, why='To accept a risk is to know it, to say what is done about it meanwhile, and to say how and by\nwhen it ends. If one of these is not written down, nobody can tell later what was decided, and\nthe risk is as unmanaged as before.\n', fix='Write down what is missing and have the record accepted anew. Each rule says what its\nacceptance needs; `estate explain` shows it.\n', since='0.1', authority=('stockton-2017-p8', 'cis-control-2',), acceptance=v19, parameters=(), evidence={'exception': (('rule', v17,), ('missing_parts', v8,),)}, examples=Examples(v20, ('rules', 'incomplete-acceptance', 'examples',)), unknown_is_gap=False, voids=True, comparison=False, source=v20, path=('rules', 'incomplete-acceptance',)),
        'open-ended-acceptance': Rule(id='open-ended-acceptance', title='An acceptance without an end', severity=v21, kind='fault', subjects=('exception',), population=None, where=v4, when=v47, message='{id} accepts a risk without an end', messages={'exception': v48}, why='An acceptance without an end is a decision that nobody takes again, while the risk grows by\nitself. Unsupported software is allowed only with a definite plan that removes or replaces\nit, so a risk of that kind can be neither tolerated nor mended in place.\n', fix='Give the acceptance an expiry. Where its rule asks for a plan: an action of remove, replace or\nupgrade, and the day by which it is done.\n', since='0.1', authority=('stockton-2017-p8',), acceptance=v19, parameters=(), evidence={'exception': (('latest_expiry', v23,), ('plan.action', v35,), ('plan.target', v32,), ('treatment', v40,),)}, examples=Examples(v20, ('rules', 'open-ended-acceptance', 'examples',)), unknown_is_gap=False, voids=True, comparison=False, source=v20, path=('rules', 'open-ended-acceptance',)),
        'unauthorised-acceptance': Rule(id='unauthorised-acceptance', title='An acceptance by somebody who did not hold the role', severity=v21, kind='fault', subjects=('exception',), population=None, where=v4, when=v53, message='{id} needs the role {role}, not held by {without_role}', messages={'exception': v58}, why='A risk is accepted by whoever answers for it: the Senior Information Risk Owner of that very\norganisation, or whoever the rule names, in office on that very day. Accepted by anybody else\nit is only an opinion.\n', fix='Have it accepted by whoever holds the role now. If the person did hold it, correct the dates\nunder `roles` of the organisation; names are compared letter by letter.\n', since='0.1', authority=('stockton-2017-p8', 'cis-control-2',), acceptance=v19, parameters=(), evidence={'exception': (('role', v55,), ('without_role', v57,),)}, examples=Examples(v20, ('rules', 'unauthorised-acceptance', 'examples',)), unknown_is_gap=False, voids=True, comparison=False, source=v20, path=('rules', 'unauthorised-acceptance',)),
        'missing-joint-acceptance': Rule(id='missing-joint-acceptance', title='A shared asset that not everybody has accepted', severity=v0, kind='fault', subjects=('exception',), population=None, where=v4, when=v63, message='{id} lacks the acceptance of {missing_organisations}, whose assets it covers', messages={'exception': v64}, why='What several organisations share puts each of them at risk, and none can accept it on behalf\nof another. What belongs to a shared service belongs to all of its members.\n', fix='Add a line to `approvals` for each organisation that is missing, with its own officer and day.\n', since='0.1', authority=('stockton-2017-p8',), acceptance=v19, parameters=(), evidence={'exception': (('missing_organisations', v60,), ('role', v55,),)}, examples=Examples(v20, ('rules', 'missing-joint-acceptance', 'examples',)), unknown_is_gap=False, voids=True, comparison=False, source=v20, path=('rules', 'missing-joint-acceptance',)),
        'expired-acceptance': Rule(id='expired-acceptance', title='An acceptance that has run out, with the risk still there', severity=v21, kind='fault', subjects=('exception',), population=None, where=v4, when=v74, message='{id} ended on {last_day}, and what it covers is still there', messages={'exception': v75}, why='The risk was accepted until a day, on a promise to end it by then. The day has passed and the\npromise was not kept, so nobody answers for the risk now.\n', fix='Remove or replace what it covers; or ask for a new acceptance, with a plan that explains why\nthis one failed.\n', since='0.1', authority=('stockton-2017-p8', 'caf-b4d',), acceptance=v19, parameters=(), evidence={'exception': (('latest_expiry', v23,), ('plan.target', v32,), ('last_day', v66,),)}, examples=Examples(v20, ('rules', 'expired-acceptance', 'examples',)), unknown_is_gap=False, voids=True, comparison=False, source=v20, path=('rules', 'expired-acceptance',)),
        'overdue-acceptance-review': Rule(id='overdue-acceptance-review', title='An acceptance whose review is overdue', severity=v0, kind='fault', subjects=('exception',), population=None, where=v81, when=v85, message='{id} was to be reviewed by {review_due}', messages={'exception': v86}, why='While a risk is accepted, the world goes on: faults are found, controls lapse, plans slip. A\nreview asks whether the decision would be taken again today.\n', fix='Review it with whoever accepted it, and write down the day of the next review. Policy decides\nhow long after its acceptance a review may wait (`policy.acceptance.review_within`).\n', since='0.1', authority=('cis-control-2', 'stockton-2017-p8',), acceptance=v19, parameters=(), evidence={'exception': (('review_by', v88,), ('review_due', v83,),)}, examples=Examples(v20, ('rules', 'overdue-acceptance-review', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v20, path=('rules', 'overdue-acceptance-review',)),
        'forged-acceptance': Rule(id='forged-acceptance', title='An acceptance whose signature does not hold', severity=v21, kind='fault', subjects=('exception',), population=None, where=v4, when=v93, message='{id} bears a signature that does not hold: {signature_faults}', messages={'exception': v94}, why='A signature binds a decision to a person and to every word of the record. One that does not\nhold means that the record was changed after it was signed, or that somebody signed who was\nnot entitled to: with a key that the organisation does not list for that person, in that\nrole, on that day.\n', fix='Find out what was changed, and by whom (`git log` on the file). If the change is right, have\nthe record signed again; if the key is right, list it under `roles` of the organisation, in a\nchange of its own that somebody else approves. `estate exceptions verify` says what it sees.\n', since='0.1', authority=('stockton-2017-p8', 'cis-control-2',), acceptance=v19, parameters=(), evidence={'exception': (('signature_faults', v90,), ('role', v55,),)}, examples=Examples(v20, ('rules', 'forged-acceptance', 'examples',)), unknown_is_gap=False, voids=True, comparison=False, source=v20, path=('rules', 'forged-acceptance',)),
        'stale-acceptance': Rule(id='stale-acceptance', title='An acceptance of facts that have changed', severity=v0, kind='fault', subjects=('exception',), population=None, where=v81, when=v99, message='{id} was given for other facts: {changed_facts}', messages={'exception': v100}, why='A risk is accepted as it was described. When the thing moves to where the internet reaches it,\nbegins to hold personal data, or carries more than it did, nobody has accepted that. That days\npass, or that the catalogue corrects a date, is no such change.\n', fix='Show the person who accepted it what has changed, and have the record accepted anew:\n`estate exceptions sign` pins the facts as they are now. If a fact is wrong in the inventory,\ncorrect it there.\n', since='0.1', authority=('stockton-2017-p8', 'cis-control-2',), acceptance=v19, parameters=(), evidence={'exception': (('changed_facts', v96,),)}, examples=Examples(v20, ('rules', 'stale-acceptance', 'examples',)), unknown_is_gap=False, voids=True, comparison=False, source=v20, path=('rules', 'stale-acceptance',)),
        'self-approved-acceptance': Rule(id='self-approved-acceptance', title='An acceptance by whoever asked for it or owns it', severity=v0, kind='fault', subjects=('exception',), population=None, where=v81, when=v105, message='{id} was accepted by {self_approved_by}, who asked for it or owns what it covers', messages={'exception': v106}, why='Whoever wants the risk to be taken, or answers for the thing that carries it, cannot be the\none who weighs it. That is why the role of the Senior Information Risk Owner exists.\n', fix='Have it accepted by somebody else who holds the role, such as a deputy, or have it asked for\nby whoever needs it.\n', since='0.1', authority=('stockton-2017-p8',), acceptance=v19, parameters=(), evidence={'exception': (('self_approved_by', v102,), ('requested_by', v108,),)}, examples=Examples(v20, ('rules', 'self-approved-acceptance', 'examples',)), unknown_is_gap=False, voids=True, comparison=False, source=v20, path=('rules', 'self-approved-acceptance',)),
        'contradicted-mitigation': Rule(id='contradicted-mitigation', title='A mitigation that the estate itself contradicts', severity=v21, kind='fault', subjects=('exception',), population=None, where=v81, when=v113, message='{id} claims to be apart from the internet, which reaches it: {contradictions}', messages={'exception': v114}, why='The risk was accepted because nothing from outside could reach it. The inventory records a\nchain of calls and flows from what faces the internet to what is covered, so the ground of the\nacceptance is not there.\n', fix='Cut the way, or record that it is gone; or state the mitigation as it is and have the risk\nweighed again without the claim.\n', since='0.1', authority=('ncsc-obsolete-products', 'caf-b4d', 'cis-control-2',), acceptance=v19, parameters=(), evidence={'exception': (('contradictions', v110,),)}, examples=Examples(v20, ('rules', 'contradicted-mitigation', 'examples',)), unknown_is_gap=False, voids=True, comparison=False, source=v20, path=('rules', 'contradicted-mitigation',)),
        'excessive-residual-risk': Rule(id='excessive-residual-risk', title='An acceptance of more risk than the appetite', severity=v0, kind='fault', subjects=('exception',), population=None, where=v81, when=v122, message='{id} leaves a risk of {residual_score} of 25, above the appetite of {policy.acceptance.appetite}', messages={'exception': v123}, why='The organisation has decided how much risk it is willing to carry. What is left after the\nmitigation is more than that, so no officer alone may accept it.\n', fix='Mitigate further until what is left is within the appetite, or take the matter to whoever sets\nthe appetite (`policy.acceptance.appetite` in estate.yaml).\n', since='0.1', authority=('stockton-2017-p8', 'cis-control-2',), acceptance=v19, parameters=(), evidence={'exception': (('residual_score', v116,), ('residual.likelihood', v126,), ('residual.impact', v128,),)}, examples=Examples(v20, ('rules', 'excessive-residual-risk', 'examples',)), unknown_is_gap=False, voids=True, comparison=False, source=v20, path=('rules', 'excessive-residual-risk',)),
        'overlong-acceptance': Rule(id='overlong-acceptance', title='An acceptance for longer than is allowed', severity=v0, kind='fault', subjects=('exception',), population=None, where=v81, when=v132, message='{id} lasts until {last_day}, and at most {ceiling} is allowed', messages={'exception': v133}, why='The longer a risk is accepted, the less its acceptance is a decision. How long it may be for\neach severity is policy; a rule may only shorten it.\n', fix='Set an earlier expiry, or an earlier target of the plan, and ask for an extension when the day\ncomes, with the reason and what was done in the meantime.\n', since='0.1', authority=('stockton-2017-p8', 'cis-control-2',), acceptance=v19, parameters=(), evidence={'exception': (('last_day', v66,), ('ceiling', v130,),)}, examples=Examples(v20, ('rules', 'overlong-acceptance', 'examples',)), unknown_is_gap=False, voids=True, comparison=False, source=v20, path=('rules', 'overlong-acceptance',)),
        'unsigned-acceptance': Rule(id='unsigned-acceptance', title='An acceptance that nobody signed', severity=v140, kind='fault', subjects=('exception',), population=None, where=v81, when=v145, message='{id} is not signed by {unsigned_by}', messages={'exception': v146}, why='Without a signature an acceptance is a line that anybody with access to the file could have\nwritten. Where policy asks for signatures, it counts for nothing until it is signed.\n', fix='Have each person sign it with their own key: `estate exceptions sign`, or `estate exceptions\npayload` and `ssh-keygen -Y sign` where the key lives elsewhere, and `estate exceptions\nattach`. docs/acceptance.md shows both.\n', since='0.1', authority=('stockton-2017-p8',), acceptance=v19, parameters=(), evidence={'exception': (('unsigned_by', v142,), ('policy.acceptance.signatures', v135,),)}, examples=Examples(v20, ('rules', 'unsigned-acceptance', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v20, path=('rules', 'unsigned-acceptance',)),
        'repeatedly-extended-acceptance': Rule(id='repeatedly-extended-acceptance', title='An acceptance that is extended again and again', severity=v147, kind='fault', subjects=('exception',), population=None, where=v81, when=v157, message='{id} was extended {renewals} times, by {slip} days in all', messages={'exception': v158}, why='A plan that is put off again and again is no plan. Each extension was a decision, but nobody\ndecided to live with the risk for all that time.\n', fix='Ask why the plan did not arrive, and whether it ever will. If not, the honest choices are to\npay for it, to remove what carries the risk, or to say that the risk stays.\n', since='0.1', authority=('stockton-2017-p8',), acceptance=v19, parameters=(v159, v160,), evidence={'exception': (('renewals', v149,), ('slip', v153,),)}, examples=Examples(v20, ('rules', 'repeatedly-extended-acceptance', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v20, path=('rules', 'repeatedly-extended-acceptance',)),
        'unplanned-acceptance': Rule(id='unplanned-acceptance', title='An acceptance whose plan no project carries in time', severity=v0, kind='fault', subjects=('exception',), population=None, where=v162, when=v167, message='{id} is to end by {plan.target}, and no project of the work plan does so: {projects}', messages={'exception': v170}, why='The risk was accepted because it is to end by a day. No planned or live project ends by then,\nso it is certain already that the promise will not be kept.\n', fix='Put the work into the plan, with an end by the target; or bring the project forward; or ask\nfor an acceptance until the day on which it really ends.\n', since='0.1', authority=('stockton-2017-p8', 'stockton-2017-work-plan',), acceptance=v19, parameters=(), evidence={'exception': (('projects', v169,), ('plan.target', v32,),)}, examples=Examples(v20, ('rules', 'unplanned-acceptance', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v20, path=('rules', 'unplanned-acceptance',)),
        'unfunded-acceptance': Rule(id='unfunded-acceptance', title='An acceptance whose plan nobody pays for', severity=v0, kind='fault', subjects=('exception',), population=None, where=v174, when=v179, message='{id} rests on a plan without a funded budget line: {projects}', messages={'exception': v180}, why='A plan without money is a wish. The acceptance will run out, and the risk will still be there.\n', fix='Find the money and mark the budget line as funded, or have the risk weighed again as one that\nstays.\n', since='0.1', authority=('stockton-2017-p8', 'stockton-2017-budget-plan',), acceptance=v19, parameters=(), evidence={'exception': (('projects', v169,),)}, examples=Examples(v20, ('rules', 'unfunded-acceptance', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v20, path=('rules', 'unfunded-acceptance',)),
        'acceptance-cliff': Rule(id='acceptance-cliff', title='Many acceptances that end in one month', severity=v181, kind='fault', subjects=('exception',), population=None, where=None, when=v187, message='{ending_together} all end in the month of {last_day}', messages={'exception': v188}, why='When many acceptances run out together, they are renewed together, without anybody looking at\neach. Or the work that should end them falls due at once, on the same few people.\n', fix='Spread the reviews: let some end earlier, and begin with those whose plan is the least sure.\n', since='0.1', authority=('stockton-2017-p8',), acceptance=v19, parameters=(v189,), evidence={'exception': (('ending_together', v183,), ('last_day', v66,),)}, examples=Examples(v20, ('rules', 'acceptance-cliff', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v20, path=('rules', 'acceptance-cliff',)),
        'orphaned-acceptance': Rule(id='orphaned-acceptance', title='An acceptance of nothing', severity=v181, kind='fault', subjects=('exception',), population=None, where=v196, when=v198, message='{id} covers nothing that {rule} finds', messages={'exception': v199}, why='The risk has gone, or the record names it wrongly. If it has gone, the register should say\nso; if the name is wrong, the risk that was meant is not accepted.\n', fix='If the risk has gone, withdraw the acceptance with the day and the reason. If not, correct\n`rule` and `covers`: they use the keys that `estate check --format json` gives for the\nsubject of the finding.\n', since='0.1', authority=('stockton-2017-p8',), acceptance=v19, parameters=(), evidence={'exception': (('rule', v17,),)}, examples=Examples(v20, ('rules', 'orphaned-acceptance', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v20, path=('rules', 'orphaned-acceptance',)),
        'acceptance-changed': Rule(id='acceptance-changed', title='A change edits what somebody accepted, or who may accept', severity=v0, kind='fault', subjects=('exception',), population=None, where=None, when=v204, message='{id}: {amendments}; {may_approve} may approve this', messages={'exception': v207}, why="An acceptance is the decision of one person on one record. Whoever edits the record, the entry\nunder which that person is listed, or the keys they sign with, changes the decision without\ntaking it; and whoever lists a key and uses it in the same change vouches for themselves.\nSuch a change may be right, but it is not the writer's to approve.\n", fix='Have the change approved by those that the message names: they held the role before it. List\nkeys and role holders in a change of their own, and use them in a later one. Where the risk is\nstill to be accepted on other terms, ask for a new acceptance.\n', since='0.1', authority=('stockton-2017-p8', 'cis-control-2',), acceptance=v19, parameters=(), evidence={'exception': (('rule', v17,),)}, examples=Examples(v20, ('rules', 'acceptance-changed', 'examples',)), unknown_is_gap=False, voids=False, comparison=True, source=v20, path=('rules', 'acceptance-changed',)),
        'system-without-api': Rule(id='system-without-api', title='A line-of-business system without an API', severity=v147, kind='fault', subjects=('application',), population=v213, where=v219, when=v226, message='{name} provides no API in use', messages={'application': v229}, why='What is in it can be reached by its own screens alone. Everything else is keyed twice, copied\nby night, or not done.\n', fix='Ask the supplier for an API, and for its price, at the next renewal; record what it provides\nin `provides`.\n', since='0.1', authority=('stockton-2017-p7',), acceptance=v231, parameters=(), evidence={'application': (('product', v233,), ('supports', v235,),)}, examples=Examples(v236, ('rules', 'system-without-api', 'examples',)), unknown_is_gap=True, voids=False, comparison=False, source=v236, path=('rules', 'system-without-api',)),
        'point-to-point-integration': Rule(id='point-to-point-integration', title='Two systems joined by file, shared database or robot', severity=v147, kind='fault', subjects=('integration',), population=None, where=v240, when=v246, message='{source.name} and {targets} are joined by {style}, not by an API', messages={'integration': v250}, why="It breaks without notice when either side changes, carries more than was agreed, and ties the\ntwo systems' ends together.\n", fix='Replace it by an API at the next change of either system, and record `style: api`.\n', since='0.1', authority=('stockton-2017-p7', 'lgam-integration',), acceptance=v231, parameters=(), evidence={'integration': (('relation', v252,), ('purpose', v254,),)}, examples=Examples(v236, ('rules', 'point-to-point-integration', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v236, path=('rules', 'point-to-point-integration',)),
        'manual-rekeying': Rule(id='manual-rekeying', title='Data is keyed in by hand a second time', severity=v147, kind='fault', subjects=('integration',), population=None, where=v240, when=v258, message='Data is keyed by hand between {source.name} and {targets}', messages={'integration': v259}, why="It costs hours every day, adds mistakes to what was right, and means that an on-line service\nends at somebody's desk.\n", fix='Join the two by an API; or let one of them do the work of both.\n', since='0.1', authority=('stockton-2017-p3', 'stockton-2017-p7',), acceptance=v231, parameters=(), evidence={'integration': (('relation', v252,), ('purpose', v254,),)}, examples=Examples(v236, ('rules', 'manual-rekeying', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v236, path=('rules', 'manual-rekeying',)),
        'deprecated-api-in-use': Rule(id='deprecated-api-in-use', title='An API that nobody should rely on is consumed', severity=v0, kind='fault', subjects=('api',), population=None, where=None, when=v274, message='{name} is deprecated or on its way out, and is still consumed by {consumers}', messages={'api': v275}, why='It is no longer looked after, and will be switched off by somebody who believes that nobody\nuses it.\n', fix='Move the consumers to its successor before it ends, and agree the day with its provider.\n', since='0.1', authority=('stockton-2017-p7', 'caf-a3a',), acceptance=v277, parameters=(), evidence={'api': (('deprecated', v261,), ('state', v209,), ('consumers', v269,),)}, examples=Examples(v236, ('rules', 'deprecated-api-in-use', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v236, path=('rules', 'deprecated-api-in-use',)),
        'undocumented-api': Rule(id='undocumented-api', title='An API without documentation or maintainer', severity=v181, kind='gap', subjects=('api',), population=v278, where=None, when=v286, message='{name} lacks its documentation, its maintainer or both', messages={'api': v287}, why='Who cannot read how it works copies what somebody else did; who cannot ask changes nothing.\n', fix='Record `documentation`, an address, and `maintainer`, somebody who answers.\n', since='0.1', authority=('stockton-2017-p7', 'lgam-integration',), acceptance=v231, parameters=(), evidence={'api': (('documentation', v280,), ('maintainer', v283,),)}, examples=Examples(v236, ('rules', 'undocumented-api', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v236, path=('rules', 'undocumented-api',)),
        'insecure-api': Rule(id='insecure-api', title='An API without encryption, or open to strangers', severity=v0, kind='fault', subjects=('api',), population=v278, where=None, when=v305, message='{name} is not safe to call: transport {transport}, authentication {authentication}, exposure {exposure}', messages={'api': v306}, why='Without TLS whoever sits on the line reads and changes what passes. Without authentication\noutside the internal zone, whoever finds it may use it.\n', fix='Offer it over HTTPS alone, and let its callers prove who they are.\n', since='0.1', authority=('govuk-api-standards', 'stockton-2017-p6',), acceptance=v307, parameters=(), evidence={'api': (('transport', v289,), ('authentication', v294,), ('exposure', v299,),)}, examples=Examples(v236, ('rules', 'insecure-api', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v236, path=('rules', 'insecure-api',)),
        'offline-service': Rule(id='offline-service', title='A public service that is not on-line, and nobody says why', severity=v147, kind='fault', subjects=('service',), population=v308, where=v312, when=v323, message='{name} is not offered on-line (channels: {channels})', messages={'service': v324}, why='On-line is the default, and what stays off it should do so for a reason that can be read.\n', fix='Offer it on-line from end to end; or record in `online_barrier` what stands in the way.\n', since='0.1', authority=('stockton-2017-p3',), acceptance=v231, parameters=(), evidence={'service': (('channels', v316,), ('directorate', v326,),)}, examples=Examples(v236, ('rules', 'offline-service', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v236, path=('rules', 'offline-service',)),
        'unbudgeted-renewal': Rule(id='unbudgeted-renewal', title='A renewal that no budget line names', severity=v0, kind='fault', subjects=('server', 'device', 'licence', 'contract',), population=v327, where=v340, when=v347, message='{name} is due for renewal on {renewal_due}, and no budget line names it', messages={'server': v348, 'device': v348, 'licence': v348, 'contract': v348}, why='A renewal that is not in the budget is paid from something else, or put off until what it\ncovers is out of support. Its day has been known since it was signed.\n', fix='Name it (or, for a licence, the contract that covers it) under `for` in a budget line of the\norganisation or of a project; or plan its end before that day.\n', since='0.1', authority=('stockton-2017-budget-plan', 'stockton-2017-downsizing',), acceptance=v19, parameters=(v349,), evidence={'server': (('annual_cost', v351,), ('planned_end', v353,),), 'device': (('annual_cost', v351,), ('planned_end', v353,),), 'licence': (('annual_cost', v351,), ('planned_end', v353,),), 'contract': (('annual_cost', v351,), ('planned_end', v353,),)}, examples=Examples(v354, ('rules', 'unbudgeted-renewal', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v354, path=('rules', 'unbudgeted-renewal',)),
        'exceeded-envelope': Rule(id='exceeded-envelope', title='Budget lines exceed what was approved', severity=v0, kind='fault', subjects=('envelope',), population=None, where=None, when=v366, message='{organisation.name}: the budget lines that draw on {name} come to {capital_budgeted} capital and {revenue_budgeted} revenue; approved were {capital} capital and {revenue} revenue', messages={'envelope': v371}, why='An envelope is what the council agreed to spend. Each line may be right, and together they\nare a decision that nobody has taken.\n', fix='Move lines to later years, drop some, or ask for more before anything is ordered. What a line\ndisplaces is not taken off here: approve the whole sum, and show the displaced part beside it.\n', since='0.1', authority=('epping-forest-2020', 'wyre-forest-2008',), acceptance=v372, parameters=(), evidence={'envelope': (('lines', v374,),)}, examples=Examples(v354, ('rules', 'exceeded-envelope', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v354, path=('rules', 'exceeded-envelope',)),
        'unreconciled-budget': Rule(id='unreconciled-budget', title="A project's budget lines do not add up to its cost", severity=v147, kind='fault', subjects=('project',), population=None, where=v380, when=v393, message='{name} states a cost of {cost.capital} capital and {cost.revenue} revenue; its budget lines come to {capital_budgeted} capital and {revenue_budgeted} revenue', messages={'project': v394}, why='Where the lines come to less, the project runs out of money before it is done. Where they come\nto more, somebody else goes without.\n', fix='Correct `cost` or the budget lines, so that every year and organisation is there and capital\nand revenue each add up.\n', since='0.1', authority=('stockton-2007',), acceptance=v19, parameters=(), evidence={'project': (('programme', v396,),)}, examples=Examples(v354, ('rules', 'unreconciled-budget', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v354, path=('rules', 'unreconciled-budget',)),
        'diverging-plans': Rule(id='diverging-plans', title='One organisation budgets a shared renewal, and the other does not', severity=v147, kind='fault', subjects=('server', 'device', 'licence', 'contract',), population=v327, where=v340, when=v406, message='{name} is due for renewal on {renewal_due}, and is budgeted for by {budgeted_by}, but not by {unbudgeted_by}', messages={'server': v407, 'device': v407, 'licence': v407, 'contract': v407}, why='What is shared is renewed together or not at all. If one plan holds the money and the other\ndoes not, the renewal waits for the slower, or one pays for both.\n', fix='Put it into both plans, each with its share; or record under `shares` that one pays nothing.\n', since='0.1', authority=('stockton-2017-budget-plan',), acceptance=v231, parameters=(v349,), evidence={'server': (('organisation', v409,),), 'device': (('organisation', v409,),), 'licence': (('organisation', v409,),), 'contract': (('organisation', v409,),)}, examples=Examples(v354, ('rules', 'diverging-plans', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v354, path=('rules', 'diverging-plans',)),
        'duplicate-system': Rule(id='duplicate-system', title='Two systems for one service', severity=v147, kind='fault', subjects=('duplication',), population=None, where=v415, when=v425, message='{name}: {members} do the same job for one organisation (matched by {level})', messages={'duplication': v430}, why="Each brings its own contract, its own servers, its own security work and its own copy of the\nsame people's data. Services that share a need are promised one approach to it.\n", fix="Choose one and plan the other's end, or record why they do not compete: different stated\ncapabilities, or one replacing or standing in for the other. Duplication on purpose is\naccepted by the enterprise architect.\n", since='0.1', authority=('stockton-2017-p5', 'stockton-2017-p4',), acceptance=v231, parameters=(), evidence={'duplication': (('level', v411,), ('key', v432,), ('products', v434,), ('annual_cost', v436,),)}, examples=Examples(v437, ('rules', 'duplicate-system', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v437, path=('rules', 'duplicate-system',)),
        'cross-council-duplicate': Rule(id='cross-council-duplicate', title='Organisations that share an estate buy different systems for one job', severity=v147, kind='fault', subjects=('duplication',), population=None, where=v415, when=v441, message='{name}: {organisations} use {members} for the same job (matched by {level})', messages={'duplication': v444}, why='Organisations that share their ICT pay twice for choosing apart, and a reorganisation makes\nthe difference into a migration.\n', fix='Put the next renewal of either onto one common procurement; record `joint: true` where it has\nbecome one service.\n', since='0.1', authority=('stockton-2017-p5',), acceptance=v231, parameters=(), evidence={'duplication': (('level', v411,), ('key', v432,), ('products', v434,), ('annual_cost', v436,),)}, examples=Examples(v437, ('rules', 'cross-council-duplicate', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v437, path=('rules', 'cross-council-duplicate',)),
        'scattered-product': Rule(id='scattered-product', title='One product in several separate instances', severity=v147, kind='fault', subjects=('duplication',), population=None, where=v448, when=v453, message='{name} runs as several separate instances in one organisation: {members}', messages={'duplication': v454}, why='Each instance is upgraded, secured and backed up by itself, and none knows what the other\nholds. It was bought once and is paid for twice.\n', fix='Merge them at the next upgrade; or link them with `fails_over_to` or `replaces` if that is\nwhat they are.\n', since='0.1', authority=('stockton-2017-p4', 'stockton-2017-p5',), acceptance=v231, parameters=(), evidence={'duplication': (('products', v434,), ('annual_cost', v436,),)}, examples=Examples(v437, ('rules', 'scattered-product', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v437, path=('rules', 'scattered-product',)),
        'competing-platforms': Rule(id='competing-platforms', title='Several platforms offer one capability', severity=v147, kind='fault', subjects=('duplication',), population=None, where=v457, when=v462, message='Platforms that offer the same capability, {name}: {members}', messages={'duplication': v463}, why='A platform pays when everything uses it. Two of them divide the skills, the integrations and\nthe licences, and every new project has to choose again.\n', fix="Name one as the corporate choice, mark the other's product `contain`, and let its users move\nat their next renewal.\n", since='0.1', authority=('stockton-2017-p5',), acceptance=v231, parameters=(), evidence={'duplication': (('products', v434,), ('annual_cost', v436,),)}, examples=Examples(v437, ('rules', 'competing-platforms', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v437, path=('rules', 'competing-platforms',)),
        'version-sprawl': Rule(id='version-sprawl', title='Three or more versions of one product', severity=v181, kind='fault', subjects=('product',), population=None, where=None, when=v469, message='{name} is in use in several versions: {versions_in_use}', messages={'product': v472}, why='Each version has its own faults, fixes and end. Keeping three takes three times the care, and\nthe oldest is seldom needed by more than one system.\n', fix='Agree on one version with its successor, and move the rest at their next change.\n', since='0.1', authority=('stockton-2017-p4',), acceptance=v231, parameters=(), evidence={'product': (('versions_in_use', v465,),)}, examples=Examples(v437, ('rules', 'version-sprawl', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v437, path=('rules', 'version-sprawl',)),
        'probable-duplicate-record': Rule(id='probable-duplicate-record', title='Two records are probably one system', severity=v147, kind='fault', subjects=('application',), population=v213, where=v478, when=v485, message='{name} and {probable_twins} are probably one system, recorded twice', messages={'application': v486}, why='A system that is counted twice is budgeted, assessed and accepted twice, or each half by\nnobody.\n', fix='Merge the records; or record what tells them apart: product, supplier, organisation or\nenvironment.\n', since='0.1', authority=('caf-a3a', 'stockton-2017-p4',), acceptance=v231, parameters=(), evidence={'application': (('probable_twins', v482,),)}, examples=Examples(v437, ('rules', 'probable-duplicate-record', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v437, path=('rules', 'probable-duplicate-record',)),
        'underused-system': Rule(id='underused-system', title='Fewer than half of its users use it', severity=v181, kind='fault', subjects=('application',), population=v213, where=v478, when=v494, message='{name} has {users.named} named users, of whom {users.active} use it', messages={'application': v495}, why='Every unused account costs a licence and is one more that can be taken over. A system that\nhalf of its users avoid may also be telling that it does not serve.\n', fix='Close accounts that nobody uses and reduce the licence at its renewal; ask those who stopped\nwhy they did.\n', since='0.1', authority=('stockton-2017-p4', 'iso-19770',), acceptance=v231, parameters=(), evidence={'application': (('annual_cost', v351,),)}, examples=Examples(v437, ('rules', 'underused-system', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v437, path=('rules', 'underused-system',)),
        'orphaned-asset': Rule(id='orphaned-asset', title='Nothing needs it and it serves nothing', severity=v147, kind='fault', subjects=('application', 'server', 'device', 'api',), population=v496, where=v497, when=v511, message='Nothing on record needs {name} or is served by it', messages={'application': v512, 'server': v512, 'device': v512, 'api': v512}, why='It costs power, licences and patching, and nobody would notice its end; or somebody would,\nand the record of why is missing.\n', fix='Record what it supports or who uses it; if nothing does, retire it.\n', since='0.1', authority=('stockton-2017-p4', 'caf-a3a',), acceptance=v231, parameters=(), evidence={'application': (('owner', v514,), ('annual_cost', v351,),), 'server': (('owner', v514,), ('annual_cost', v351,),), 'device': (('owner', v514,), ('annual_cost', v351,),), 'api': (('owner', v514,), ('annual_cost', v351,),)}, examples=Examples(v437, ('rules', 'orphaned-asset', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v437, path=('rules', 'orphaned-asset',)),
        'retired-but-needed': Rule(id='retired-but-needed', title='Retired, and something in use needs it', severity=v0, kind='fault', subjects=('asset',), population=None, where=None, when=v520, message='{name} is retired, and still needed by {needed_by}', messages={'asset': v521}, why='Either the record is wrong, or something depends on a thing that nobody looks after any more.\n', fix='Correct the date or the status; or move what needs it, and remove the relation.\n', since='0.1', authority=('caf-a3a', 'stockton-2017-p8',), acceptance=v522, parameters=(), evidence={'asset': (('status', v524,), ('until', v526,),)}, examples=Examples(v437, ('rules', 'retired-but-needed', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v437, path=('rules', 'retired-but-needed',)),
        'overdue-review': Rule(id='overdue-review', title='Its review is overdue', severity=v181, kind='fault', subjects=('asset',), population=v527, where=None, when=v531, message='{name} was to be reviewed by {review_by} (last reviewed: {reviewed})', messages={'asset': v534}, why='Whether to tolerate, invest, migrate or eliminate was decided for a time. After it, the\nestate runs on a decision that nobody has confirmed.\n', fix='Review it, and record `reviewed`, the disposition and the next `review_by`.\n', since='0.1', authority=('stockton-2017-p4', 'pci-dss-12-3-4',), acceptance=v522, parameters=(), evidence={'asset': (('reviewed', v533,), ('owner', v514,),)}, examples=Examples(v437, ('rules', 'overdue-review', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v437, path=('rules', 'overdue-review',)),
        'funded-elimination': Rule(id='funded-elimination', title='Marked to be eliminated and still funded', severity=v147, kind='fault', subjects=('asset',), population=v527, where=None, when=v547, message='{name} is to be eliminated, and {funded_by} still puts money into it', messages={'asset': v548}, why='Money spent on what is to go is lost twice: once now, and once for what should have had it.\n', fix='Stop the spending, or change the disposition and say why.\n', since='0.1', authority=('stockton-2017-p1', 'stockton-2017-p4',), acceptance=v231, parameters=(), evidence={'asset': (('disposition', v536,),)}, examples=Examples(v437, ('rules', 'funded-elimination', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v437, path=('rules', 'funded-elimination',)),
        'missing-owner': Rule(id='missing-owner', title='Nobody owns it', severity=v0, kind='gap', subjects=('application', 'service', 'api', 'dataset',), population=v549, where=None, when=v551, message='{name} has no business owner on record', messages={'application': v552, 'service': v552, 'api': v552, 'dataset': v552}, why='Without an owner nobody decides how long it is kept, what it may cost and which risk it may\ncarry. It is renewed from habit, and ends when it breaks.\n', fix='Agree with the service who answers for it, and record the post as `owner`. The technical\nowner is somebody else.\n', since='0.1', authority=('caf-a3a', 'govuk-legacy',), acceptance=v19, parameters=(), evidence={'application': (('criticality', v554,),), 'service': (('criticality', v554,),), 'api': (('criticality', v554,),), 'dataset': (('criticality', v554,),)}, examples=Examples(v555, ('rules', 'missing-owner', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v555, path=('rules', 'missing-owner',)),
        'untested-business-case': Rule(id='untested-business-case', title='A project under way without both tests of its business case', severity=v147, kind='fault', subjects=('project',), population=None, where=v559, when=v574, message='{name} is under way, and its business case has not passed both tests, appropriateness and value for money', messages={'project': v575}, why='Appropriateness and value for money are the tests of any technology business case. A project\nthat skipped one, or failed it and went ahead, spends money on a belief.\n', fix='Make the test now and record it under `business_case` with the day of approval; stop the\nproject if it does not pass. Where it goes ahead for another reason, accept that in writing.\n', since='0.1', authority=('stockton-2017-p1',), acceptance=v19, parameters=(), evidence={'project': (('business_case.appropriateness', v564,), ('business_case.value_for_money', v570,), ('business_case.approved', v577,),)}, examples=Examples(v555, ('rules', 'untested-business-case', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v555, path=('rules', 'untested-business-case',)),
        'overdue-milestone': Rule(id='overdue-milestone', title='A milestone is overdue', severity=v0, kind='fault', subjects=('milestone',), population=None, where=v581, when=v589, message='{project.name}: {name} was due on {due} and is not done', messages={'milestone': v593}, why='What comes after it moves as well: the end of a contract, the day on which support ends, the\nacceptance that was given until then.\n', fix='Record the day on which it was done. If it was not, say why at the next meeting, set a day\nthat can be kept, and look at what depends on it.\n', since='0.1', authority=('epping-forest-2020', 'stockton-2017-work-plan',), acceptance=v595, parameters=(), evidence={'milestone': (('reported', v597,),)}, examples=Examples(v555, ('rules', 'overdue-milestone', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v555, path=('rules', 'overdue-milestone',)),
        'silent-milestone': Rule(id='silent-milestone', title='Nothing was heard of a milestone for a quarter', severity=v147, kind='fault', subjects=('milestone',), population=None, where=v599, when=v606, message='{project.name}: nothing has been reported of {name} since {heard}', messages={'milestone': v607}, why='Milestones are reported every quarter so that a delay is known while something can still be\ndone about it. Silence is seldom good news.\n', fix='Ask for a report, and record its day as `reported` even where nothing has changed.\n', since='0.1', authority=('epping-forest-2020',), acceptance=v595, parameters=(v608,), evidence={'milestone': (('due', v583,), ('reported', v597,),)}, examples=Examples(v555, ('rules', 'silent-milestone', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v555, path=('rules', 'silent-milestone',)),
        'conflicting-projects': Rule(id='conflicting-projects', title="Two projects get in each other's way", severity=v147, kind='fault', subjects=('project',), population=None, where=v380, when=v615, message='{name} collides with {collisions}', messages={'project': v616}, why='The one changes what the other has tested, or both want the same people in the same weeks.\nEach plan is sound by itself, and together they cannot be kept.\n', fix='Agree on an order, move one of the days, or make one project of them; then correct the\nchanges of both.\n', since='0.1', authority=('stockton-2017-work-plan',), acceptance=v19, parameters=(), evidence={'project': (('team', v618,), ('programme', v396,),)}, examples=Examples(v555, ('rules', 'conflicting-projects', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v555, path=('rules', 'conflicting-projects',)),
        'inapplicable-change': Rule(id='inapplicable-change', title='A planned change that cannot be applied', severity=v0, kind='fault', subjects=('change',), population=None, where=v626, when=v631, message='{project.name}: the change {label} cannot be applied: {obstacles}', messages={'change': v635}, why='The plan speaks of an estate that is not there. What was promised on its strength, such as\nthe end of unsupported software, will not happen.\n', fix='Correct the id or the day; take the change out if it was done already; where two projects set\none field, decide whose value stands.\n', since='0.1', authority=('architecture-2007', 'stockton-2017-work-plan',), acceptance=v595, parameters=(), evidence={'change': (('project.team', v636,),)}, examples=Examples(v555, ('rules', 'inapplicable-change', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v555, path=('rules', 'inapplicable-change',)),
        'unrealised-benefit': Rule(id='unrealised-benefit', title='A promised benefit that nobody has counted', severity=v181, kind='fault', subjects=('benefit',), population=None, where=v641, when=v649, message='{project.name} promised {name} by {due}, and nobody has recorded what came of it', messages={'benefit': v653}, why='The business case was approved for its benefits. If nobody counts them, no later case can be\nbelieved, and savings that are already in the budget may not be there.\n', fix='Ask the owner of the benefit what came of it, and record it as `actual`; 0 is an answer.\n', since='0.1', authority=('stockton-2007', 'wyre-forest-2008',), acceptance=v19, parameters=(), evidence={'benefit': (('planned', v655,),)}, examples=Examples(v555, ('rules', 'unrealised-benefit', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v555, path=('rules', 'unrealised-benefit',)),
        'unplanned-change': Rule(id='unplanned-change', title='It is to come or to go, and no project says when', severity=v147, kind='fault', subjects=('asset',), population=None, where=v658, when=v663, message='{name} is {state}, and no project says when that will be done', messages={'asset': v664}, why='What no project carries has no money, no team and no day. A system that has been retiring for\nyears costs as much as any other and is looked after less.\n', fix="Put it into a project's `changes` with the day (`go_live` or `retire`); or correct `status`.\n", since='0.1', authority=('architecture-2007', 'stockton-2017-work-plan',), acceptance=v19, parameters=(), evidence={'asset': (('status', v524,), ('begins', v666,), ('until', v526,),)}, examples=Examples(v555, ('rules', 'unplanned-change', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v555, path=('rules', 'unplanned-change',)),
        'non-standard-technology': Rule(id='non-standard-technology', title='Technology that the standards catalogue does not want', severity=v674, kind='fault', subjects=('installation',), population=v678, where=v681, when=v685, message='{asset.name} runs {product.name}, marked {product.standard} in the standards catalogue', messages={'installation': v688}, why='The catalogue of standards is how an organisation keeps the number of technologies down to\nthose for which it has skills. Each exception keeps a whole line of them alive.\n', fix='Plan its move to what is approved at its next change. What is marked `contain` may stay until\nthen and must not spread; what is `prohibited` should go now.\n', since='0.1', authority=('architecture-2007', 'stockton-2017-p2', 'stockton-2017-p5',), acceptance=v19, parameters=(), evidence={'installation': (('asset.disposition', v689,),)}, examples=Examples(v555, ('rules', 'non-standard-technology', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v555, path=('rules', 'non-standard-technology',)),
        'stale-record': Rule(id='stale-record', title='A record that nobody has checked for a year', severity=v181, kind='gap', subjects=('application', 'server', 'device', 'api',), population=v496, where=None, when=v697, message='The record of {name} has not been checked within {age} (last: {verified})', messages={'application': v698, 'server': v698, 'device': v698, 'api': v698}, why='Every other finding is as good as the record that it rests on. What nobody has looked at for\na year may have been upgraded, moved or switched off.\n', fix='Compare the record with what is there, correct it, and set `verified` to that day.\n', since='0.1', authority=('caf-a3a', 'stockton-2017-p4',), acceptance=v19, parameters=(v699,), evidence={'application': (('source', v701,),), 'server': (('source', v701,),), 'device': (('source', v701,),), 'api': (('source', v701,),)}, examples=Examples(v555, ('rules', 'stale-record', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v555, path=('rules', 'stale-record',)),
        'stale-catalogue': Rule(id='stale-catalogue', title='The lifecycle catalogue is out of date', severity=v147, kind='fault', subjects=('estate',), population=None, where=None, when=v708, message='The lifecycle catalogue is of {catalogue_as_of}, more than {age} ago', messages={'estate': v711}, why='Suppliers move the days on which support ends: of 2,769 releases, 566 had another one\n32 months later. A check against old days may pass what is unsupported.\n', fix='Fetch a newer catalogue with `estate lifecycle update`, look at what changed, and commit it.\n', since='0.1', authority=('pci-dss-12-3-4', 'stockton-2017-p8',), acceptance=v19, parameters=(v712,), evidence={'estate': ()}, examples=Examples(v555, ('rules', 'stale-catalogue', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v555, path=('rules', 'stale-catalogue',)),
        'unassessed-hosting': Rule(id='unassessed-hosting', title='A hosted system that nobody has assessed', severity=v0, kind='gap', subjects=('application',), population=v213, where=v716, when=v720, message='{name} is hosted, and no hosted-services assessment is recorded', messages={'application': v721}, why='Where the data is, who else handles it, how one gets out and what the supplier promises are\nquestions for the day before the contract. Unasked, they are answered by an incident.\n', fix='Answer the hosted services guide with the supplier, and record it as `hosted_assessment` with\nits date.\n', since='0.1', authority=('stockton-2017-hosting', 'psn-coco', 'caf-a4',), acceptance=v19, parameters=(), evidence={'application': (('hosting', v723,), ('service_model', v725,), ('personal_data', v727,),)}, examples=Examples(v728, ('rules', 'unassessed-hosting', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v728, path=('rules', 'unassessed-hosting',)),
        'stale-hosted-assessment': Rule(id='stale-hosted-assessment', title='A hosted-services assessment that is too old', severity=v147, kind='fault', subjects=('application',), population=v213, where=v716, when=v734, message='{name} has not been assessed as a hosted service within {age} (last: {hosted_assessment.assessed})', messages={'application': v735}, why='Suppliers change hands, move data centres and take on sub-processors without asking. What was\ntrue at the award is not known to be true now.\n', fix='Go through the guide again with the supplier, and record the new date and what has changed.\n', since='0.1', authority=('stockton-2017-hosting', 'caf-a4',), acceptance=v522, parameters=(v736,), evidence={'application': (('personal_data', v727,),)}, examples=Examples(v728, ('rules', 'stale-hosted-assessment', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v728, path=('rules', 'stale-hosted-assessment',)),
        'unknown-data-location': Rule(id='unknown-data-location', title='Personal data hosted nobody knows where', severity=v0, kind='fault', subjects=('application',), population=v213, where=v716, when=v744, message='{name} holds {personal_data} data, and its assessment does not say where', messages={'application': v745}, why="Which law protects people's data depends on where it lies, and so does what must be in place\nbefore it goes there.\n", fix='Ask the supplier in which countries the data and its copies are held, and record\n`data_location`.\n', since='0.1', authority=('stockton-2017-hosting', 'lgam',), acceptance=v19, parameters=(), evidence={'application': (('hosted_assessment.sub_processors', v747,),)}, examples=Examples(v728, ('rules', 'unknown-data-location', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v728, path=('rules', 'unknown-data-location',)),
        'missing-impact-assessment': Rule(id='missing-impact-assessment', title='Personal data hosted without an impact assessment', severity=v0, kind='fault', subjects=('application',), population=v213, where=v716, when=v752, message='{name} holds {personal_data} data, and no data protection impact assessment is recorded', messages={'application': v753}, why="Handing people's data to somebody else is a risk to them first. An impact assessment is how it\nis seen before it happens, and the first thing that a regulator asks for.\n", fix='Make the data protection impact assessment with the Data Protection Officer, and record its\ndate as `impact_assessment`.\n', since='0.1', authority=('lgam', 'stockton-2017-hosting',), acceptance=v19, parameters=(), evidence={'application': (('information_asset_owner', v755,),)}, examples=Examples(v728, ('rules', 'missing-impact-assessment', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v728, path=('rules', 'missing-impact-assessment',)),
        'missing-exit-plan': Rule(id='missing-exit-plan', title='A hosted system with no way out', severity=v0, kind='fault', subjects=('application',), population=v213, where=v716, when=v762, message='{name} is hosted, and its assessment records no exit plan', messages={'application': v763}, why='A supplier can fail, be bought or raise its price, and a reorganisation moves every system\nonce. Without an agreed way to get the data out, the other side sets the terms.\n', fix='Agree the exit with the supplier: the form of the data, the time and the price. Record\n`exit_plan: true` when it is written down.\n', since='0.1', authority=('stockton-2017-hosting', 'caf-a4',), acceptance=v19, parameters=(), evidence={'application': (('hosted_assessment.driver', v765,), ('criticality', v554,),)}, examples=Examples(v728, ('rules', 'missing-exit-plan', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v728, path=('rules', 'missing-exit-plan',)),
        'expired-certificate': Rule(id='expired-certificate', title='A hosted system without a valid certificate', severity=v147, kind='fault', subjects=('application',), population=v213, where=v716, when=v776, message='{name} is hosted, and a certificate is missing or has expired (on record: {proofs})', messages={'application': v777}, why="A certificate is the only look that a customer has behind the supplier's door, and it is true\nfor a stated time. A lapsed one says that somebody stopped, or failed.\n", fix='Ask the supplier for the current certificate and its scope, and record it with its last day,\nunder the supplier or in the assessment.\n', since='0.1', authority=('caf-a4', 'stockton-2017-hosting',), acceptance=v522, parameters=(), evidence={'application': (('supplied_by', v779,), ('personal_data', v727,),)}, examples=Examples(v728, ('rules', 'expired-certificate', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v728, path=('rules', 'expired-certificate',)),
        'cloud-without-mfa': Rule(id='cloud-without-mfa', title='A cloud service without multi-factor authentication', severity=v21, kind='fault', subjects=('application',), population=v213, where=v716, when=v784, message='{name} is hosted, and is stated to be without multi-factor authentication', messages={'application': v785}, why='A hosted system is open to everybody who has a password, and passwords are stolen every day.\nCyber Essentials fails whoever leaves a second factor off where the service offers one.\n', fix='Switch it on, or put the system behind the corporate sign-on that has it; then record\n`mfa: true`.\n', since='0.1', authority=('cyber-essentials-cloud',), acceptance=v786, parameters=(), evidence={'application': (('authentication', v788,), ('personal_data', v727,), ('users.named', v492,),)}, examples=Examples(v728, ('rules', 'cloud-without-mfa', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v728, path=('rules', 'cloud-without-mfa',)),
        'missing-options-appraisal': Rule(id='missing-options-appraisal', title='Hosted without a comparison', severity=v147, kind='fault', subjects=('application',), population=v213, where=v716, when=v795, message='{name} is hosted, and its assessment records no appraisal of the other options', messages={'application': v796}, why='Hosting costs revenue every year, and frees servers that may be paid for already. The strategy\npromises that both sides are seen before anybody commits, even where the supplier pushes.\n', fix='Appraise it at the next renewal: cost, capacity and risk of on-premise and hosted, side by\nside.\n', since='0.1', authority=('stockton-2017-hosting', 'stockton-2017-p1',), acceptance=v231, parameters=(), evidence={'application': (('hosted_assessment.driver', v765,), ('annual_cost', v351,),)}, examples=Examples(v728, ('rules', 'missing-options-appraisal', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v728, path=('rules', 'missing-options-appraisal',)),
        'rehosted-cloud': Rule(id='rehosted-cloud', title='Merely moved to the cloud', severity=v797, kind='fault', subjects=('application',), population=v213, where=v716, when=v803, message='{name} is hosted as it was: moved to the cloud, not built for it', messages={'application': v804}, why='What was only moved keeps its old faults and its old upkeep, and pays cloud prices for them.\nIt has an address in the cloud and none of the benefits.\n', fix='Ask at the next renewal for a product that is built for the cloud, or count the cost of\nbringing it back.\n', since='0.1', authority=('stockton-2017-hosting',), acceptance=v231, parameters=(), evidence={'application': (('annual_cost', v351,),)}, examples=Examples(v728, ('rules', 'rehosted-cloud', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v728, path=('rules', 'rehosted-cloud',)),
        'weak-service-level': Rule(id='weak-service-level', title='The supplier promises less than the system needs', severity=v0, kind='fault', subjects=('application',), population=v213, where=v716, when=v812, message="{name} must be back within {recovery.rto}, and its supplier's recovery time is {hosted_assessment.sla.rto}", messages={'application': v813}, why='The service has planned for the shorter time. On the day, the contract decides, and nobody is\nin breach of it.\n', fix='Agree a shorter time with the supplier, or change the objective and tell the service how long\nit must do without.\n', since='0.1', authority=('caf-a4', 'stockton-2017-p6',), acceptance=v19, parameters=(), evidence={'application': (('criticality', v554,), ('recovery.mtpd', v815,),)}, examples=Examples(v728, ('rules', 'weak-service-level', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v728, path=('rules', 'weak-service-level',)),
        'supplier-concentration': Rule(id='supplier-concentration', title='One supplier behind several critical services', severity=v147, kind='fault', subjects=('supplier',), population=None, where=None, when=v823, message='{name} stands behind critical services: {critical_services}', messages={'supplier': v824}, why='One failure, one dispute or one attack on this supplier stops them all at once, and whoever\nplans for each of them alone does not see it.\n', fix='Plan for the loss of this supplier as one event; look at the next procurement for another; and\nhold its exit plans and its financial standing under review.\n', since='0.1', authority=('caf-a4', 'stockton-2017-partners',), acceptance=v231, parameters=(v825,), evidence={'supplier': (('critical_services', v819,), ('certificates', v827,),)}, examples=Examples(v728, ('rules', 'supplier-concentration', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v728, path=('rules', 'supplier-concentration',)),
        'missing-partner-agreement': Rule(id='missing-partner-agreement', title='A partner runs it, and no agreement is in force', severity=v0, kind='fault', subjects=('application',), population=v213, where=v831, when=v841, message='{name} is run by a partner, and no agreement is in force (on record: {agreements})', messages={'application': v842}, why='Nobody is bound to keep it running, to protect what it holds or to give it back. Between\nbodies that trust each other this shows only when people or budgets change.\n', fix='Make or renew the agreement, and name it under `partner`, with its first and last day.\n', since='0.1', authority=('stockton-2017-partners', 'caf-a4',), acceptance=v19, parameters=(), evidence={'application': (('partner.lead', v845,), ('personal_data', v727,),)}, examples=Examples(v728, ('rules', 'missing-partner-agreement', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v728, path=('rules', 'missing-partner-agreement',)),
        'partner-without-lead': Rule(id='partner-without-lead', title='A partner runs it, and nobody leads', severity=v147, kind='fault', subjects=('application',), population=v213, where=v831, when=v853, message='{name} is run by a partner, and its lead body or contact is not recorded (lead: {partner.lead}; contact: {partner.contact})', messages={'application': v854}, why='When it stops, somebody has to be rung, and one body has to decide. In a partnership without a\nlead, each waits for the other.\n', fix='Record under `partner` which body leads and whom to reach there, and check with them that they\nknow.\n', since='0.1', authority=('stockton-2017-partners',), acceptance=v231, parameters=(), evidence={'application': (('partner.agreement', v856,), ('partner.access_route', v858,),)}, examples=Examples(v728, ('rules', 'partner-without-lead', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v728, path=('rules', 'partner-without-lead',)),
        'legacy-system': Rule(id='legacy-system', title='A system that has been assessed as legacy', severity=v147, kind='fault', subjects=('application', 'server',), population=v859, where=v868, when=v876, message='{name} is legacy by its own assessment (score, of 30: {legacy_score})', messages={'application': v879, 'server': v879}, why='One likelihood of 3 or more is enough: within three years something about it is expected to\nfail the services that stand on it. Legacy that is counted can be planned for.\n', fix='Put its replacement or its repair into the work plan; if that is done already, assess it again\nand record what has changed.\n', since='0.1', authority=('litraf', 'govuk-legacy', 'stockton-2017-p8',), acceptance=v880, parameters=(v881,), evidence={'application': (('legacy_score', v878,), ('legacy_assessment.assessed', v883,), ('funded_plan', v885,),), 'server': (('legacy_score', v878,), ('legacy_assessment.assessed', v886,), ('funded_plan', v885,),)}, examples=Examples(v887, ('rules', 'legacy-system', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v887, path=('rules', 'legacy-system',)),
        'red-rated-without-plan': Rule(id='red-rated-without-plan', title='Red-rated legacy without a funded plan', severity=v21, kind='fault', subjects=('application', 'server',), population=v859, where=v868, when=v893, message='{name} scores {legacy_score} of 30, which is red, and no funded project deals with it', messages={'application': v894, 'server': v894}, why='Red means likely and grave at once. A system in that state without money for its end will be\nin the same state next year, one year older.\n', fix='Fund a project that replaces, removes or repairs it, with its dated change in the work plan;\nuntil then the SIRO decides whether it may run.\n', since='0.1', authority=('litraf', 'stockton-2017-p8',), acceptance=v895, parameters=(v896,), evidence={'application': (('legacy_assessment.assessed', v883,), ('criticality', v554,), ('plan', v898,),), 'server': (('legacy_assessment.assessed', v886,), ('criticality', v554,), ('plan', v898,),)}, examples=Examples(v887, ('rules', 'red-rated-without-plan', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v887, path=('rules', 'red-rated-without-plan',)),
        'contradicted-assessment': Rule(id='contradicted-assessment', title='The assessment says better than the inventory shows', severity=v0, kind='fault', subjects=('application', 'server',), population=v859, where=v868, when=v903, message='The legacy assessment of {name} says better than the inventory shows: {contradictions}', messages={'application': v904, 'server': v904}, why='A score that is too good takes a system out of the plan and out of the budget. Where records\nand judgement differ, one of them is wrong, and the records are the ones with dates.\n', fix='Assess it again with what is recorded, or correct the record. 6 stands for what has happened\nalready: support that has ended, a contract that has run out.\n', since='0.1', authority=('litraf', 'caf-a3a',), acceptance=v19, parameters=(), evidence={'application': (('legacy_assessment.assessed', v883,), ('legacy_assessment.by', v906,),), 'server': (('legacy_assessment.assessed', v886,), ('legacy_assessment.by', v907,),)}, examples=Examples(v887, ('rules', 'contradicted-assessment', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v887, path=('rules', 'contradicted-assessment',)),
        'stale-assessment': Rule(id='stale-assessment', title='A legacy assessment that is too old', severity=v147, kind='fault', subjects=('application', 'server',), population=v859, where=v868, when=v910, message='{name} has not been assessed as legacy within {age} (last: {legacy_assessment.assessed})', messages={'application': v911, 'server': v912}, why='A year changes suppliers, staff and support dates. Money is then shared out by scores that no\nlonger order anything.\n', fix='Assess it again, with those who run it and those who use it, and record the new date.\n', since='0.1', authority=('litraf', 'pci-dss-12-3-4',), acceptance=v522, parameters=(v699,), evidence={'application': (('legacy_score', v878,), ('legacy_assessment.by', v906,),), 'server': (('legacy_score', v878,), ('legacy_assessment.by', v907,),)}, examples=Examples(v887, ('rules', 'stale-assessment', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v887, path=('rules', 'stale-assessment',)),
        'unassessed-legacy': Rule(id='unassessed-legacy', title='Out of support or on extended support, and never assessed', severity=v147, kind='gap', subjects=('application', 'server',), population=v859, where=None, when=v919, message='{name} has never been assessed as legacy: {legacy_causes}', messages={'application': v920, 'server': v920}, why='What is out of support, or kept going by paid support, is legacy by definition. How likely and\nhow grave it is decides who comes first, and nobody has asked.\n', fix='Score it by the Legacy IT Risk Assessment Framework, and record it as `legacy_assessment` with\nits date.\n', since='0.1', authority=('govuk-legacy', 'litraf',), acceptance=v19, parameters=(), evidence={'application': (('criticality', v554,),), 'server': (('criticality', v554,),)}, examples=Examples(v887, ('rules', 'unassessed-legacy', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v887, path=('rules', 'unassessed-legacy',)),
        'key-person-dependency': Rule(id='key-person-dependency', title='It hangs on one person, or on nobody', severity=v0, kind='fault', subjects=('application',), population=v213, where=None, when=v933, message='{name} hangs on too few people: the number who can keep it running is {skills.people}', messages={'application': v934}, why='People fall ill, retire and are abolished with their councils. What only they know goes with\nthem, and the system stays.\n', fix='Train a second person, write down how it is run, or buy the knowledge from the supplier. Count\nonly those who could do it tomorrow.\n', since='0.1', authority=('caf-a3a', 'stockton-2017-p2',), acceptance=v19, parameters=(v935, v936,), evidence={'application': (('criticality', v554,), ('support_model', v938,), ('technical_owner', v940,),)}, examples=Examples(v887, ('rules', 'key-person-dependency', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v887, path=('rules', 'key-person-dependency',)),
        'expired-licence': Rule(id='expired-licence', title='A licence that has ended and is still in use', severity=v0, kind='fault', subjects=('licence',), population=v941, where=None, when=v952, message='{name} ended on {ends}, and is still used by {uses}', messages={'licence': v953}, why="What is used without a licence is owed, with interest, at the supplier's next audit, and its\nupdates and support may have stopped with it.\n", fix='Renew it, or take what it licenses out of use; if another licence has followed it, record that\none on the assets that use it.\n', since='0.1', authority=('iso-19770', 'cyber-essentials',), acceptance=v19, parameters=(), evidence={'licence': (('product', v955,), ('metric', v957,),)}, examples=Examples(v958, ('rules', 'expired-licence', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v958, path=('rules', 'expired-licence',)),
        'over-deployed-licence': Rule(id='over-deployed-licence', title='More of a licence in use than was bought', severity=v0, kind='fault', subjects=('licence',), population=v941, where=None, when=v966, message='{name}: at least {deployed_at_least} in use, {quantity} bought (counted by {metric})', messages={'licence': v971}, why='Suppliers count as well, and charge for what they find at list price. Above the licence there\nmay also be no support.\n', fix='Close accounts or move systems until the number fits, or buy the difference before the\nsupplier asks for it.\n', since='0.1', authority=('iso-19770',), acceptance=v19, parameters=(), evidence={'licence': (('metric', v957,), ('uses', v948,),)}, examples=Examples(v958, ('rules', 'over-deployed-licence', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v958, path=('rules', 'over-deployed-licence',)),
        'surplus-licence': Rule(id='surplus-licence', title='A tenth of a licence, or more, is not used', severity=v181, kind='fault', subjects=('licence',), population=v941, where=None, when=v978, message='{name}: of {quantity} bought, {surplus} are not in use (counted by {metric})', messages={'licence': v979}, why='What nobody uses is paid for again at every renewal, and its maintenance grows with the price\nlist.\n', fix='Buy fewer at the next renewal, or give what is left over to a service that is about to buy.\n', since='0.1', authority=('iso-19770', 'stockton-2017-p4',), acceptance=v231, parameters=(v980,), evidence={'licence': (('deployed', v982,), ('metric', v957,), ('ends', v943,),)}, examples=Examples(v958, ('rules', 'surplus-licence', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v958, path=('rules', 'surplus-licence',)),
        'unlicensed-software': Rule(id='unlicensed-software', title='A product that is licensed elsewhere, installed without a licence', severity=v0, kind='fault', subjects=('installation',), population=v678, where=v986, when=v991, message='{asset.name} runs {product.name} {version}, and no licence for it covers this asset', messages={'installation': v994}, why='The estate buys this product, so it is not free. An installation that no licence covers is a\ndebt to the supplier, and often one that nobody patches.\n', fix='Record the licence that covers it under `licensed_by`; if there is none, buy one or remove the\nsoftware.\n', since='0.1', authority=('iso-19770', 'cyber-essentials',), acceptance=v19, parameters=(), evidence={'installation': (('asset.licensed_by', v996,),)}, examples=Examples(v958, ('rules', 'unlicensed-software', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v958, path=('rules', 'unlicensed-software',)),
        'missed-notice': Rule(id='missed-notice', title='Notice was missed, and the contract renews past its system', severity=v0, kind='fault', subjects=('contract',), population=v997, where=None, when=v1014, message='Notice on the contract {name} was due by {notice_by}: it runs on (until {renewed_end}), and what it covers is planned to be gone by {needed_until}', messages={'contract': v1015}, why='The next term is paid for although the system that it is for has left. The money is committed\non a day that nobody saw.\n', fix='Ask the supplier for a shorter term now; if the plan has moved, record the new day. Then put\nthe next notice date into the work plan.\n', since='0.1', authority=('stockton-2017-p4', 'stockton-2017-p1',), acceptance=v19, parameters=(), evidence={'contract': (('value', v1017,), ('notice', v1019,), ('covered', v1021,),)}, examples=Examples(v958, ('rules', 'missed-notice', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v958, path=('rules', 'missed-notice',)),
        'closing-notice-window': Rule(id='closing-notice-window', title='Notice must be given soon, or the contract renews itself', severity=v147, kind='fault', subjects=('contract',), population=v997, where=None, when=v1029, message='Notice on the contract {name} must be given by {notice_by}, or it renews (term: {renews_for})', messages={'contract': v1032}, why='Until that day there is a choice: end it, ask for better terms, or let it run. After it there\nis none for a whole term.\n', fix='Decide with the service that uses it, and give notice in writing or record that it shall go\non.\n', since='0.1', authority=('stockton-2017-p4',), acceptance=v522, parameters=(v1033,), evidence={'contract': (('value', v1017,), ('covered', v1021,), ('needed_until', v1005,),)}, examples=Examples(v958, ('rules', 'closing-notice-window', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v958, path=('rules', 'closing-notice-window',)),
        'contract-outlives-system': Rule(id='contract-outlives-system', title='A contract that runs on after what it covers', severity=v147, kind='fault', subjects=('contract',), population=v997, where=None, when=v1037, message='The contract {name} (end: {current_end}) outlives what it covers, which is planned to be gone by {needed_until}', messages={'contract': v1038}, why='The last months are paid for nothing, unless somebody agrees otherwise while there is still\nsomething to agree about.\n', fix='Negotiate an earlier end or a transfer to the successor; or let the plan end with the\ncontract.\n', since='0.1', authority=('stockton-2017-p4', 'stockton-2017-p1',), acceptance=v231, parameters=(), evidence={'contract': (('value', v1017,), ('covered', v1021,),)}, examples=Examples(v958, ('rules', 'contract-outlives-system', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v958, path=('rules', 'contract-outlives-system',)),
        'system-outlives-contract': Rule(id='system-outlives-contract', title='A contract ends before what it covers, and nothing follows it', severity=v147, kind='fault', subjects=('contract',), population=v997, where=v1040, when=v1052, message='The contract {name} ends on {current_end}, before what it covers ({covered}), and no contract replaces it', messages={'contract': v1053}, why="A procurement takes most of a year. Without one the choice on the last day is an extension at\nthe supplier's price, or a system without support.\n", fix="Begin the renewal or the procurement, and record the contract that follows with `replaces`; or\nplan the system's end for the same day.\n", since='0.1', authority=('stockton-2017-p8', 'caf-a4',), acceptance=v19, parameters=(), evidence={'contract': (('value', v1017,), ('needed_until', v1005,),)}, examples=Examples(v958, ('rules', 'system-outlives-contract', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v958, path=('rules', 'system-outlives-contract',)),
        'unpublished-contract-fields': Rule(id='unpublished-contract-fields', title='A contract to be published lacks what the law asks for', severity=v181, kind='gap', subjects=('contract',), population=v997, where=v1056, when=v1061, message='The register entry of the contract {name} lacks {unpublished_fields}', messages={'contract': v1062}, why='Councils publish their contracts every quarter. What the register lacks is asked for by letter\ninstead, and the same fields are needed when contracts pass to a successor.\n', fix='Fill them in from the procurement file, under `published` and in the contract itself.\n', since='0.1', authority=('transparency-code-2015',), acceptance=v231, parameters=(v1063,), evidence={'contract': (('value', v1017,),)}, examples=Examples(v958, ('rules', 'unpublished-contract-fields', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v958, path=('rules', 'unpublished-contract-fields',)),
        'unallocated-asset': Rule(id='unallocated-asset', title='Nobody has said who takes it over', severity=v147, kind='gap', subjects=('asset',), population=v527, where=v1071, when=v1075, message='No successor is named for {name}, and vesting day is {vesting}', messages={'asset': v1076}, why='On vesting day everything belongs to somebody. What nobody has allocated is found on that\nmorning, when its contract, its support and its people have gone to one side or the other.\n', fix="Agree who takes it on and record that organisation's id as `successor`; or plan its end\nbefore vesting day.\n", since='0.1', authority=('lgr-playbook',), acceptance=v19, parameters=(), evidence={'asset': (('organisations', v1078,), ('planned_end', v353,),)}, examples=Examples(v1079, ('rules', 'unallocated-asset', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v1079, path=('rules', 'unallocated-asset',)),
        'split-shared-system': Rule(id='split-shared-system', title='Shared by organisations that part', severity=v0, kind='fault', subjects=('asset',), population=v527, where=v1083, when=v1088, message='{name} is shared by {organisations}, who part on {vesting}: it would belong to {successors}', messages={'asset': v1089}, why='One system will serve bodies that no longer share a budget, a risk owner or a network. Its\ndata must be parted, or one body must serve the other under an agreement, and both take long.\n', fix='Decide early: one inherits it and serves the other for a stated time, or it is divided, or\nboth leave it. Record the project that does so, and the agreement if there is to be one.\n', since='0.1', authority=('lgr-playbook',), acceptance=v1090, parameters=(), evidence={'asset': (('successor', v1073,), ('planned_end', v353,),)}, examples=Examples(v1079, ('rules', 'split-shared-system', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v1079, path=('rules', 'split-shared-system',)),
        'notice-before-vesting': Rule(id='notice-before-vesting', title='Notice must be given before vesting day', severity=v0, kind='fault', subjects=('contract',), population=v997, where=v1092, when=v1094, message='Notice on the contract {name} must be given by {notice_by}, before vesting day on {vesting}', messages={'contract': v1095}, why='The organisation that will live with the contract cannot decide about it. If nobody gives\nnotice for it, it inherits another term; if somebody does, it may inherit no contract at all.\n', fix='Agree with the successor before that day whether to end, extend or novate it, and record the\ndecision; some extensions need the consent of others before vesting.\n', since='0.1', authority=('lgr-playbook',), acceptance=v231, parameters=(), evidence={'contract': (('current_end', v1007,), ('auto_renews', v999,), ('novation', v1097,), ('successor', v1073,), ('value', v1017,),)}, examples=Examples(v1079, ('rules', 'notice-before-vesting', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v1079, path=('rules', 'notice-before-vesting',)),
        'acceptance-lapsing-at-vesting': Rule(id='acceptance-lapsing-at-vesting', title='An acceptance that outlives the organisation that gave it', severity=v0, kind='fault', subjects=('exception',), population=None, where=v1102, when=v1106, message='The acceptance {id} runs until {last_day}, and the organisation that gave it ceases on {vesting}', messages={'exception': v1107}, why='A risk is accepted by somebody who answers for it. On vesting day that office ends, and the\nsuccessor has accepted nothing: from then on the risk is unmanaged.\n', fix="End the risk before vesting day; or have the successor's own risk owner accept it from that\nday, with the plan as it then stands.\n", since='0.1', authority=('stockton-2017-p8', 'lgr-playbook',), acceptance=v19, parameters=(), evidence={'exception': (('organisation', v1109,), ('accepted_by', v1111,),)}, examples=Examples(v1079, ('rules', 'acceptance-lapsing-at-vesting', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v1079, path=('rules', 'acceptance-lapsing-at-vesting',)),
        'recovery-time-inversion': Rule(id='recovery-time-inversion', title='Needs something that comes back later than it must', severity=v0, kind='fault', subjects=('dependency',), population=None, where=v1128, when=v1138, message='{source.name} must be back within {due_in}, and what it needs ({relation}: {targets}) takes at least {least_back_in} to recover', messages={'dependency': v1144}, why='A recovery time that what lies below cannot meet is a promise that nobody can keep. It is\nfound out on the worst day, by those who relied on it.\n', fix='Make what it needs recover sooner, keep a second one of it (`any_of`, `fails_over_to`), do\nwithout it for a while (`strength: soft`), or state a recovery time that can be kept.\n', since='0.1', authority=('caf-b5a', 'stockton-2017-p6',), acceptance=v1145, parameters=(), evidence={'dependency': (('back_in', v1130,), ('source.critical_services', v1147,),)}, examples=Examples(v1148, ('rules', 'recovery-time-inversion', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v1148, path=('rules', 'recovery-time-inversion',)),
        'recovery-point-inversion': Rule(id='recovery-point-inversion', title='Needs something that loses more data than it may', severity=v0, kind='fault', subjects=('dependency',), population=None, where=v1128, when=v1158, message='{source.name} may lose {may_lose} of data, and what it needs ({relation}: {targets}) loses at least {least_loss}', messages={'dependency': v1159}, why="A system's data is no newer after a failure than that of what it stores in. If the store goes\nback a day, so does everything above it.\n", fix='Back up or replicate what it needs more often, or state a data loss that can be kept.\n', since='0.1', authority=('caf-b5a', 'caf-b5c', 'stockton-2017-p6',), acceptance=v1145, parameters=(), evidence={'dependency': (('loses', v1150,), ('source.critical_services', v1147,),)}, examples=Examples(v1148, ('rules', 'recovery-point-inversion', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v1148, path=('rules', 'recovery-point-inversion',)),
        'intolerable-recovery-time': Rule(id='intolerable-recovery-time', title='Comes back later than its absence can be borne', severity=v0, kind='fault', subjects=('application', 'server',), population=v859, where=v1160, when=v1173, message='{name} takes at least {least_rto} to recover, and can be done without for only {recovery.mtpd}', messages={'application': v1174, 'server': v1175}, why='After its tolerable period the harm of being without it is no longer bearable. A recovery\nthat takes longer is no recovery.\n', fix='Shorten its recovery, or that of what it needs; or give the service another way to carry on,\nand state the longer period that it then tolerates.\n', since='0.1', authority=('caf-b5a', 'stockton-2017-p6',), acceptance=v1145, parameters=(), evidence={'application': (('effective_rto', v1162,), ('recovery.rto', v810,), ('critical_services', v1176,),), 'server': (('effective_rto', v1162,), ('recovery.rto', v1177,), ('critical_services', v1176,),)}, examples=Examples(v1148, ('rules', 'intolerable-recovery-time', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v1148, path=('rules', 'intolerable-recovery-time',)),
        'missing-recovery-objectives': Rule(id='missing-recovery-objectives', title='A critical service needs it, and no recovery objective is stated', severity=v147, kind='gap', subjects=('application', 'server',), population=v859, where=v1181, when=v1197, message='{name} states neither how soon it must be back nor how much data may be lost', messages={'application': v1198, 'server': v1198}, why='Without objectives nobody knows in which order to recover, and no backup can be called good\nenough.\n', fix='Ask the service how long it can do without, and record `recovery` with `rto` and `rpo`.\n', since='0.1', authority=('caf-b5a',), acceptance=v231, parameters=(), evidence={'application': (('critical_services', v1176,),), 'server': (('critical_services', v1176,),)}, examples=Examples(v1148, ('rules', 'missing-recovery-objectives', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v1148, path=('rules', 'missing-recovery-objectives',)),
        'untested-recovery': Rule(id='untested-recovery', title='Its recovery has not been tested', severity=v147, kind='fault', subjects=('application', 'server',), population=v859, where=v1160, when=v1206, message='{name} has not been recovered for a test within {tested_within} (last: {recovery.tested})', messages={'application': v1207, 'server': v1208}, why='A recovery that nobody has tried is a hope. Staff, passwords and systems change within a year,\nand the written procedure does not.\n', fix='Restore it, time it, and record the day in `recovery.tested`.\n', since='0.1', authority=('caf-b5c', 'caf-b5a',), acceptance=v522, parameters=(v1209,), evidence={'application': (('recovery.rto', v810,), ('critical_services', v1176,),), 'server': (('recovery.rto', v1177,), ('critical_services', v1176,),)}, examples=Examples(v1148, ('rules', 'untested-recovery', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v1148, path=('rules', 'untested-recovery',)),
        'circular-recovery': Rule(id='circular-recovery', title='Assets need one another to recover', severity=v147, kind='fault', subjects=('cycle',), population=None, where=v1213, when=v1217, message='{members} need one another to recover: none of them can be started first', messages={'cycle': v1218}, why='After a failure of all of them none can be started first. Somebody will have to break the\ncircle by hand, under pressure, and with luck remembers how.\n', fix='Decide which of them starts without the other, and make it so: a second one outside the circle\n(`any_of`, `fails_over_to`), a local copy, or a need that is soft.\n', since='0.1', authority=('caf-b5a',), acceptance=v1219, parameters=(), evidence={'cycle': (('way', v1221,),)}, examples=Examples(v1148, ('rules', 'circular-recovery', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v1148, path=('rules', 'circular-recovery',)),
        'single-point-of-failure': Rule(id='single-point-of-failure', title='A critical service stops when it alone stops', severity=v0, kind='fault', subjects=('server', 'device', 'connection', 'api',), population=v1222, where=v1223, when=v1228, message='If {name} alone fails, these critical services stop: {sole_support_of}', messages={'server': v1229, 'device': v1229, 'connection': v1229, 'api': v1229}, why='One fault, one spilt cup or one mistaken command is enough to take a critical service away.\n', fix='Put a second one beside it and record them as a redundancy group (`any_of`) or with\n`fails_over_to`; or show that the service can do without it (`strength: soft`).\n', since='0.1', authority=('caf-b5b', 'stockton-2017-p6',), acceptance=v1145, parameters=(), evidence={'server': (('least_rto', v1165,), ('sites', v1231,),), 'device': (('least_rto', v1165,), ('sites', v1231,),), 'connection': (('least_rto', v1165,), ('sites', v1231,),), 'api': (('least_rto', v1165,), ('sites', v1231,),)}, examples=Examples(v1148, ('rules', 'single-point-of-failure', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v1148, path=('rules', 'single-point-of-failure',)),
        'single-site-dependency': Rule(id='single-site-dependency', title='A critical service stops with one site', severity=v0, kind='fault', subjects=('service',), population=v308, where=v1233, when=v1240, message='{name} stops when one site is lost: {single_sites}', messages={'service': v1241}, why='A fire, a flood or a cut cable takes a whole building. What stands nowhere else is gone until\nthe building is back.\n', fix='Let what it needs run at a second site, and record it as a redundancy group (`any_of`) or with\n`fails_over_to`.\n', since='0.1', authority=('caf-b5b',), acceptance=v1145, parameters=(), evidence={'service': (('single_sites', v1237,),)}, examples=Examples(v1148, ('rules', 'single-site-dependency', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v1148, path=('rules', 'single-site-dependency',)),
        'missing-backup': Rule(id='missing-backup', title='Holds data that is backed up nowhere', severity=v0, kind='fault', subjects=('application', 'server',), population=v859, where=v1246, when=v1251, message='{name} holds data, and neither it nor what it runs on is backed up', messages={'application': v1252, 'server': v1252}, why='Data that exists once is lost with the first disk, mistake or ransom note.\n', fix='Back it up to another site, and record where in `backs_up_to`.\n', since='0.1', authority=('caf-b5c',), acceptance=v307, parameters=(), evidence={'application': (('personal_data', v727,),), 'server': (('personal_data', v1254,),)}, examples=Examples(v1148, ('rules', 'missing-backup', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v1148, path=('rules', 'missing-backup',)),
        'same-site-backup': Rule(id='same-site-backup', title='Backed up only to where it stands', severity=v0, kind='fault', subjects=('application', 'server',), population=v859, where=v1260, when=v1265, message='{name} is backed up only where it stands: at {sites}', messages={'application': v1266, 'server': v1266}, why='What takes the building takes the copy with it.\n', fix='Keep one copy at another site, or with somebody else, and record it in `backs_up_to`.\n', since='0.1', authority=('caf-b5c', 'caf-b5b',), acceptance=v1145, parameters=(), evidence={'application': (('sites', v1231,),), 'server': (('sites', v1231,),)}, examples=Examples(v1148, ('rules', 'same-site-backup', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v1148, path=('rules', 'same-site-backup',)),
        'single-link-site': Rule(id='single-link-site', title='A site with servers hangs on one line', severity=v147, kind='fault', subjects=('site',), population=v1267, where=v1268, when=v1283, message='{name} has servers ({servers_there}) and only one line: {lines}', messages={'site': v1284}, why='A digger in the road takes away everything that runs there, for everybody.\n', fix='Add a second line by another way or another provider; or move what others need elsewhere.\n', since='0.1', authority=('caf-b5b',), acceptance=v231, parameters=(), evidence={'site': (('lines', v1278,), ('servers_there', v1272,),)}, examples=Examples(v1148, ('rules', 'single-link-site', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v1148, path=('rules', 'single-link-site',)),
        'closing-site-in-use': Rule(id='closing-site-in-use', title='Still stands at a site when it closes', severity=v0, kind='fault', subjects=('server', 'device', 'connection',), population=v1285, where=None, when=v1292, message='{name} stands at {closing_sites}, which closes on {closing_sites.closes}, and nothing planned takes it away by then; what stands on it: {losing_place}', messages={'server': v1296, 'device': v1296, 'connection': v1296}, why='A building that is handed back is switched off on the day that the lease says. What nobody\nmoved by then is moved in a week, or lost.\n', fix='Put its move or its end into the work plan, dated on or before the closing day: retire it, set\n`located_at`, or end its place there with `until`.\n', since='0.1', authority=('stockton-2017-downsizing', 'caf-a3a',), acceptance=v277, parameters=(), evidence={'server': (('closing_sites.closes', v1293,), ('planned_end', v353,), ('needed_by', v499,), ('losing_place', v1295,),), 'device': (('closing_sites.closes', v1293,), ('planned_end', v353,), ('needed_by', v499,), ('losing_place', v1295,),), 'connection': (('closing_sites.closes', v1293,), ('planned_end', v353,), ('needed_by', v499,), ('losing_place', v1295,),)}, examples=Examples(v1297, ('rules', 'closing-site-in-use', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v1297, path=('rules', 'closing-site-in-use',)),
        'downsizing-opportunity': Rule(id='downsizing-opportunity', title='When it is due for renewal, nothing planned needs it', severity=v797, kind='fault', subjects=('server', 'device',), population=v1298, where=v1320, when=v1329, message='{name} is due for renewal on {renewal}, and nothing in the plan needs it by then', messages={'server': v1330, 'device': v1331}, why='The point of renewal is when infrastructure can shrink without loss. Once the new machine is\nbought, its cost is fixed for years.\n', fix='Plan its end instead of its renewal, and take the saving into the budget plan; or record what\nwill need it.\n', since='0.1', authority=('stockton-2017-downsizing', 'stockton-2017-p4',), acceptance=v231, parameters=(), evidence={'server': (('renewal', v1303,), ('needed_by', v499,), ('annual_cost', v351,),), 'device': (('renewal', v1313,), ('needed_by', v499,), ('annual_cost', v351,),)}, examples=Examples(v1297, ('rules', 'downsizing-opportunity', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v1297, path=('rules', 'downsizing-opportunity',)),
        'unrecorded-location': Rule(id='unrecorded-location', title='Nobody recorded where it stands', severity=v181, kind='gap', subjects=('server', 'device',), population=v1298, where=v1335, when=v1342, message='Nobody has recorded at which site {name} stands', messages={'server': v1343, 'device': v1343}, why='When a building closes, floods or loses its power, nobody knows that this goes with it.\n', fix='Record the site in `located_at`.\n', since='0.1', authority=('caf-a3a',), acceptance=v231, parameters=(), evidence={'server': (('form', v1345,),), 'device': (('form', v1347,),)}, examples=Examples(v1297, ('rules', 'unrecorded-location', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v1297, path=('rules', 'unrecorded-location',)),
        'unsupported-software': Rule(id='unsupported-software', title='Unsupported software without SIRO sign-off', severity=v21, kind='fault', subjects=('installation',), population=v678, where=v1354, when=v1361, message='{asset.name} runs {product.name} {version}, unsupported since {support.ended}', messages={'installation': v1364}, why='Software past the end of its security support receives no fixes. Every fault found in it from\nthen on stays open, and whoever attacks it knows so. The strategy allows it only while the\nSenior Information Risk Owner accepts the risk, with a plan that ends it.\n', fix='Upgrade, replace or retire it. Until that is done, ask the SIRO of every organisation that\nshares it to accept the risk for a stated time, with mitigation and a plan.\n', since='0.1', authority=('stockton-2017-p8', 'cyber-essentials', 'caf-b4d', 'cis-control-2',), acceptance=v895, parameters=(), evidence={'installation': (('cycle', v1366,), ('support.source', v1368,), ('asset.exposure', v1369,), ('asset.personal_data', v1370,),)}, examples=Examples(v1371, ('rules', 'unsupported-software', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v1371, path=('rules', 'unsupported-software',)),
        'unpaid-extended-support': Rule(id='unpaid-extended-support', title='Past support, with extended support that nobody bought', severity=v21, kind='fault', subjects=('installation',), population=v678, where=v1354, when=v1374, message='{asset.name} runs {product.name} {version}, out of support since {support.ended}; extended support is for sale until {support.extended_until}, and no licence here buys it', messages={'installation': v1377}, why='Fixes are still made for it, but only for those who pay. Without that contract it is as\nexposed as software that nobody fixes any more.\n', fix='Upgrade or retire it. If that takes time, buy the extended support and record the licence\n(`extended_support: true`, with product, versions and dates) on this asset; otherwise the\nSIRO decides.\n', since='0.1', authority=('stockton-2017-p8', 'cyber-essentials', 'caf-b4d',), acceptance=v895, parameters=(), evidence={'installation': (('cycle', v1366,), ('support.source', v1368,), ('asset.exposure', v1369,), ('asset.personal_data', v1370,),)}, examples=Examples(v1371, ('rules', 'unpaid-extended-support', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v1371, path=('rules', 'unpaid-extended-support',)),
        'extended-support': Rule(id='extended-support', title='On extended support, and so still legacy', severity=v147, kind='fault', subjects=('installation',), population=v678, where=v1354, when=v1380, message='{asset.name} runs {product.name} {version} on extended support until {support.extended_until}', messages={'installation': v1381}, why='Extended support keeps fixes coming, at a price and for a time. Government counts what needs\nit as legacy all the same: when it ends, the same question returns with fewer choices.\n', fix='Plan its replacement to arrive before extended support ends, and budget for the support until\nthen.\n', since='0.1', authority=('govuk-legacy', 'cyber-essentials',), acceptance=v19, parameters=(), evidence={'installation': (('cycle', v1366,), ('support.ended', v1363,), ('support.source', v1368,), ('entitlement.name', v1383,),)}, examples=Examples(v1371, ('rules', 'extended-support', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v1371, path=('rules', 'extended-support',)),
        'ending-support': Rule(id='ending-support', title='Support ends before anything takes it away', severity=v1392, kind='fault', subjects=('installation',), population=v678, where=v1354, when=v1401, message='{asset.name} runs {product.name} {version}, whose support ends on {support.ends}, and no project takes it away before then; {afterwards}', messages={'installation': v1404}, why='A date that is known years ahead is cheap to meet and dear to miss. Renewals, budgets and the\nwork plan are made long before it; what is in none of them becomes an exception later.\n', fix='Put a project into the work plan whose dated change retires, replaces or upgrades it on or\nbefore the last day of support.\n', since='0.1', authority=('stockton-2017-p8', 'pci-dss-12-3-4',), acceptance=v19, parameters=(), evidence={'installation': (('cycle', v1366,), ('support.source', v1368,), ('planned_end', v1398,),)}, examples=Examples(v1371, ('rules', 'ending-support', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v1371, path=('rules', 'ending-support',)),
        'unknown-support': Rule(id='unknown-support', title='Nobody knows whether it is supported', severity=v1413, kind='gap', subjects=('installation',), population=v678, where=v1415, when=v1417, message='{asset.name}: nobody knows whether its software is supported: {reason}', messages={'installation': v1420}, why='What is not known cannot be counted as supported. A product without a version, or one that no\ncatalogue knows, hides the very risk that the strategy promises to manage.\n', fix="Record the product and its version as the catalogue spells them (`estate lifecycle show`\nhelps), or describe the product under `products` with the supplier's own dates.\n", since='0.1', authority=('stockton-2017-p8', 'caf-a3a',), acceptance=v19, parameters=(), evidence={'installation': (('match', v1422,), ('candidates', v1424,),)}, examples=Examples(v1371, ('rules', 'unknown-support', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v1371, path=('rules', 'unknown-support',)),
        'inherited-unsupported-software': Rule(id='inherited-unsupported-software', title='Stands on unsupported software of something else', severity=v0, kind='fault', subjects=('application', 'api',), population=v1425, where=None, when=v1432, message='{name} stands on unsupported software: {stands_on_unsupported}', messages={'application': v1433, 'api': v1433}, why="An application is as safe as what carries it. A supported product on an unsupported server\nshares the server's open faults, however many copies of the server there are.\n", fix='Move it, or treat the cause: the finding follows the acceptance of what it stands on, so that\none decision covers everything above it.\n', since='0.1', authority=('stockton-2017-p8', 'caf-b4d',), acceptance=v1434, parameters=(), evidence={'application': (('stands_on_unsupported', v1429,),), 'api': (('stands_on_unsupported', v1429,),)}, examples=Examples(v1371, ('rules', 'inherited-unsupported-software', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v1371, path=('rules', 'inherited-unsupported-software',)),
        'unsupported-hardware': Rule(id='unsupported-hardware', title="Hardware past its maker's support", severity=v0, kind='fault', subjects=('server', 'device',), population=v1298, where=v1435, when=v1443, message='{name} is hardware that its maker has not supported since {hardware.support_ends}', messages={'server': v1444, 'device': v1445}, why='Parts, repairs and firmware fixes are no longer promised. It may run for years, and then not\ncome back on the day that it stops.\n', fix='Replace it at the next point of renewal, or move what it carries to hardware or hosting that\nis supported.\n', since='0.1', authority=('stockton-2017-p8', 'caf-b4d', 'pci-dss-12-3-4',), acceptance=v19, parameters=(), evidence={'server': (('hardware.product', v1447,),), 'device': (('hardware.product', v1448,),)}, examples=Examples(v1371, ('rules', 'unsupported-hardware', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v1371, path=('rules', 'unsupported-hardware',)),
        'version-lock': Rule(id='version-lock', title='Locked to versions that are unsupported or end first', severity=v0, kind='fault', subjects=('application', 'server', 'device', 'api',), population=v496, where=None, when=v1461, message='{name} requires versions whose support has ended or ends before its own: {locked_to}', messages={'application': v1462, 'server': v1462, 'device': v1462, 'api': v1462}, why='What needs an old version keeps it alive for everybody. The lock, not the old software, is\nthen what has to be removed, and its supplier is the one to ask.\n', fix='Ask the supplier for a release that works with a supported version, and record it under\n`requires`; or plan the move to another product.\n', since='0.1', authority=('stockton-2017-p8', 'govuk-legacy',), acceptance=v19, parameters=(), evidence={'application': (('own_support_ends', v1457,),), 'server': (('own_support_ends', v1457,),), 'device': (('own_support_ends', v1457,),), 'api': (('own_support_ends', v1457,),)}, examples=Examples(v1371, ('rules', 'version-lock', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v1371, path=('rules', 'version-lock',)),
        'lapsed-supplier-support': Rule(id='lapsed-supplier-support', title="No contract in force brings the supplier's support", severity=v0, kind='fault', subjects=('application',), population=v213, where=v1466, when=v1480, message="{name} relies on its supplier's support, and no contract in force includes it", messages={'application': v1481}, why='When it fails, nobody is bound to help, and fixes may not be delivered at all. Support that\nlapsed is often noticed only when it is needed.\n', fix='Renew the contract or make a new one, and record `support: true` with its dates; or change\n`support_model` if somebody else supports it.\n', since='0.1', authority=('stockton-2017-p8', 'caf-a4',), acceptance=v19, parameters=(), evidence={'application': (('contracts', v1470,),)}, examples=Examples(v1371, ('rules', 'lapsed-supplier-support', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v1371, path=('rules', 'lapsed-supplier-support',)),
        'slow-patching': Rule(id='slow-patching', title='Fixes are installed too late', severity=v0, kind='fault', subjects=('installation',), population=v678, where=v1415, when=v1492, message="{asset.name}: fixes for {title} are installed too late (last installed: {patched}; days from a fix's release to its installation: {patch_days})", messages={'installation': v1495}, why='Support helps only if its fixes are installed. Attacks on a known fault begin within days of\nthe fix that reveals it.\n', fix='Install fixes for severe faults within 14 days of their release, and record `patched` and\n`patch_days` from the tool that does it.\n', since='0.1', authority=('cyber-essentials', 'caf-b4d',), acceptance=v19, parameters=(v1496, v1499,), evidence={'installation': (('asset.exposure', v1369,),)}, examples=Examples(v1371, ('rules', 'slow-patching', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v1371, path=('rules', 'slow-patching',)),
        'exposed-unsupported-software': Rule(id='exposed-unsupported-software', title='Unsupported software that the internet can reach', severity=v21, kind='fault', subjects=('installation',), population=v678, where=v1354, when=v1503, message='{asset.name} runs {product.name} {version} without support, and the internet reaches it', messages={'installation': v1504}, why='Everybody can try every published fault on it, and none of them will be fixed. No standard\nallows it: the sub-set that may hold unsupported software has no traffic with the internet.\n', fix='Take it off the internet today, by zone or by removing what runs on it; then replace it.\n', since='0.1', authority=('cyber-essentials', 'ncsc-obsolete-products', 'stockton-2017-p8',), acceptance=v1505, parameters=(), evidence={'installation': (('asset.exposure', v1369,), ('asset.zone', v1507,), ('support.source', v1368,),)}, examples=Examples(v1371, ('rules', 'exposed-unsupported-software', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v1371, path=('rules', 'exposed-unsupported-software',)),
        'switched-telephony': Rule(id='switched-telephony', title='A line on the switched telephone network', severity=v0, kind='fault', subjects=('connection',), population=v1508, where=None, when=v1514, message='{name} is a line on the switched telephone network ({technology}), which is retired by 31 January 2027', messages={'connection': v1515}, why='The public switched telephone network and ISDN go, whoever still uses them. Alarms, lifts and\ntelecare that dial over them fall silent without a word.\n', fix='Move what needs it to a line over broadband or mobile, test it with those who depend on it,\nand end the contract.\n', since='0.1', authority=('govuk-pstn',), acceptance=v19, parameters=(), evidence={'connection': (('needed_by', v499,),)}, examples=Examples(v1371, ('rules', 'switched-telephony', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v1371, path=('rules', 'switched-telephony',)),
        'supplier-withdrawal': Rule(id='supplier-withdrawal', title='Its supplier has announced its end', severity=v147, kind='fault', subjects=('product',), population=None, where=None, when=v1519, message='The last day on which {vendor} offers {name} is {withdrawn}', messages={'product': v1524}, why='Once a supplier has said when a product ends, its price and its attention go elsewhere. Some\nmoves to hosting are forced in this way and leave no time to compare.\n', fix='Decide while there is a choice: appraise the options, write the exit into the work plan, and\ncheck what the contract says of it.\n', since='0.1', authority=('stockton-2017-p8', 'stockton-2017-p4',), acceptance=v19, parameters=(), evidence={'product': (('withdrawn', v1523,),)}, examples=Examples(v1371, ('rules', 'supplier-withdrawal', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v1371, path=('rules', 'supplier-withdrawal',)),
    }


def judge_application_legacy_system(subjects, columns, scope):
    c0 = columns['asset.state']
    c1 = columns['asset.legacy_causes']
    c2 = columns['asset.legacy_likelihoods']
    c3 = columns['asset.legacy_score']
    c4 = columns['asset.funded_plan']
    c5 = columns['asset.contradictions']
    k0 = scope['today']
    k1 = Term(12, 0)
    k2 = subtract_term(k0, k1)
    n0 = 0
    n1 = 0
    r0, f0, u0, g0 = [], [], [], []
    r1, f1, u1, g1 = [], [], [], []
    r2, f2, u2, g2 = [], [], [], []
    r3, f3, u3, g3 = [], [], [], []
    r4, f4, u4, g4 = [], [], [], []
    r5, f5, u5, g5 = [], [], [], []
    h0 = r0.append
    h1 = r1.append
    h2 = r2.append
    h3 = r3.append
    h4 = r4.append
    h5 = r5.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if c0[u] in ('live', 'retiring'):
            n0 += 1
            # shared
            p0 = s.legacy_assessment
            # rule 4
            z0 = len(c1[u])
            if (0 < z0) and ((p0 is None)):
                h4(i)
            # rule 5
            if ((t1 := s.skills) is None or (t2 := t1.people) is None or t2 <= 1) or (((t3 := s.skills) is None or (t4 := t3.people) is None or t4 <= 2) and ((t5 := s.criticality) is None or t5 == 'critical')):
                h5(i)
            # shared
            if not ((p0 is None)):
                n1 += 1
                # shared
                # rule 0
                q0 = True
                if (t6 := c2[u]) is not None:
                    q0 = False
                    for x0 in t6:
                        if x0 is None or x0 >= 3:
                            q0 = True
                            break
                if q0:
                    h0(i)
                # rule 1
                q1 = ((t7 := c3[u]) is None or t7 >= 16)
                if q1:
                    a1 = 0
                    z1 = 0
                    for x0 in c4[u]:
                        z1 += 1
                        if x0 is not None:
                            a1 += 1
                    q1 = not (z1 < 0 or 0 < a1)
                if q1:
                    h1(i)
                # rule 2
                z2 = len(t8) if (t8 := c5[u]) is not None else UNLIMITED
                if 0 < z2:
                    h2(i)
                # rule 3
                if p0 is None or (t9 := p0.assessed) is None or t9 < k2:
                    h3(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        q3 = (c0[u] in ('live', 'retiring')) and (not (((t10 := s.legacy_assessment) is None)))
        if q3:
            q2 = False
            if (t11 := c2[u]) is not None:
                q2 = False
                for x0 in t11:
                    if x0 is not None:
                        if x0 is not None and x0 >= 3:
                            q2 = True
                            break
            q3 = q2
        if q3:
            f0.append(i)
        else:
            u0.append(i)
    for i in r1:
        # rule 1
        s = subjects[i]
        u = s.id
        q5 = (c0[u] in ('live', 'retiring')) and (not (((t12 := s.legacy_assessment) is None)))
        if q5:
            q4 = ((t13 := c3[u]) is not None and t13 >= 16)
            if q4:
                a3 = 0
                z3 = 0
                for x0 in c4[u]:
                    z3 += 1
                    if x0 is not None:
                        a3 += 1
                q4 = a3 == z3 == 0 == 0
            q5 = q4
        if q5:
            f1.append(i)
        else:
            u1.append(i)
    for i in r2:
        # rule 2
        s = subjects[i]
        u = s.id
        q6 = (c0[u] in ('live', 'retiring')) and (not (((t14 := s.legacy_assessment) is None)))
        if q6:
            a4 = 0
            if (t15 := c5[u]) is not None:
                for x0 in t15:
                    if x0 is not None:
                        a4 += 1
            q6 = 0 < a4
        if q6:
            f2.append(i)
        else:
            u2.append(i)
    for i in r3:
        # rule 3
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and (not (((t16 := s.legacy_assessment) is None))) and ((t17 := s.legacy_assessment) is not None and (t18 := t17.assessed) is not None and t18 < k2):
            f3.append(i)
        else:
            u3.append(i)
    for i in r4:
        # rule 4
        s = subjects[i]
        u = s.id
        q7 = (c0[u] in ('live', 'retiring'))
        if q7:
            a5 = 0
            for x0 in c1[u]:
                if x0 is not None:
                    a5 += 1
            q7 = (0 < a5) and (((t19 := s.legacy_assessment) is None))
        if q7:
            f4.append(i)
        else:
            u4.append(i)
    for i in r5:
        # rule 5
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and (((t20 := s.skills) is not None and (t21 := t20.people) is not None and t21 <= 1) or (((t22 := s.skills) is not None and (t23 := t22.people) is not None and t23 <= 2) and ((t24 := s.criticality) is not None and t24 == 'critical'))):
            f5.append(i)
        else:
            u5.append(i)
    return [(n1, f0, u0, g0), (n1, f1, u1, g1), (n1, f2, u2, g2), (n1, f3, u3, g3), (n0, f4, u4, g4), (n0, f5, u5, g5)]


def judge_server_legacy_system(subjects, columns, scope):
    c0 = columns['asset.state']
    c1 = columns['asset.legacy_causes']
    c2 = columns['asset.legacy_likelihoods']
    c3 = columns['asset.legacy_score']
    c4 = columns['asset.funded_plan']
    c5 = columns['asset.contradictions']
    k0 = scope['today']
    k1 = Term(12, 0)
    k2 = subtract_term(k0, k1)
    n0 = 0
    n1 = 0
    r0, f0, u0, g0 = [], [], [], []
    r1, f1, u1, g1 = [], [], [], []
    r2, f2, u2, g2 = [], [], [], []
    r3, f3, u3, g3 = [], [], [], []
    r4, f4, u4, g4 = [], [], [], []
    h0 = r0.append
    h1 = r1.append
    h2 = r2.append
    h3 = r3.append
    h4 = r4.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if c0[u] in ('live', 'retiring'):
            n0 += 1
            # shared
            p0 = s.legacy_assessment
            # rule 4
            z0 = len(c1[u])
            if (0 < z0) and ((p0 is None)):
                h4(i)
            # shared
            if not ((p0 is None)):
                n1 += 1
                # shared
                # rule 0
                q0 = True
                if (t1 := c2[u]) is not None:
                    q0 = False
                    for x0 in t1:
                        if x0 is None or x0 >= 3:
                            q0 = True
                            break
                if q0:
                    h0(i)
                # rule 1
                q1 = ((t2 := c3[u]) is None or t2 >= 16)
                if q1:
                    a1 = 0
                    z1 = 0
                    for x0 in c4[u]:
                        z1 += 1
                        if x0 is not None:
                            a1 += 1
                    q1 = not (z1 < 0 or 0 < a1)
                if q1:
                    h1(i)
                # rule 2
                z2 = len(t3) if (t3 := c5[u]) is not None else UNLIMITED
                if 0 < z2:
                    h2(i)
                # rule 3
                if p0 is None or (t4 := p0.assessed) is None or t4 < k2:
                    h3(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        q3 = (c0[u] in ('live', 'retiring')) and (not (((t5 := s.legacy_assessment) is None)))
        if q3:
            q2 = False
            if (t6 := c2[u]) is not None:
                q2 = False
                for x0 in t6:
                    if x0 is not None:
                        if x0 is not None and x0 >= 3:
                            q2 = True
                            break
            q3 = q2
        if q3:
            f0.append(i)
        else:
            u0.append(i)
    for i in r1:
        # rule 1
        s = subjects[i]
        u = s.id
        q5 = (c0[u] in ('live', 'retiring')) and (not (((t7 := s.legacy_assessment) is None)))
        if q5:
            q4 = ((t8 := c3[u]) is not None and t8 >= 16)
            if q4:
                a3 = 0
                z3 = 0
                for x0 in c4[u]:
                    z3 += 1
                    if x0 is not None:
                        a3 += 1
                q4 = a3 == z3 == 0 == 0
            q5 = q4
        if q5:
            f1.append(i)
        else:
            u1.append(i)
    for i in r2:
        # rule 2
        s = subjects[i]
        u = s.id
        q6 = (c0[u] in ('live', 'retiring')) and (not (((t9 := s.legacy_assessment) is None)))
        if q6:
            a4 = 0
            if (t10 := c5[u]) is not None:
                for x0 in t10:
                    if x0 is not None:
                        a4 += 1
            q6 = 0 < a4
        if q6:
            f2.append(i)
        else:
            u2.append(i)
    for i in r3:
        # rule 3
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and (not (((t11 := s.legacy_assessment) is None))) and ((t12 := s.legacy_assessment) is not None and (t13 := t12.assessed) is not None and t13 < k2):
            f3.append(i)
        else:
            u3.append(i)
    for i in r4:
        # rule 4
        s = subjects[i]
        u = s.id
        q7 = (c0[u] in ('live', 'retiring'))
        if q7:
            a5 = 0
            for x0 in c1[u]:
                if x0 is not None:
                    a5 += 1
            q7 = (0 < a5) and (((t14 := s.legacy_assessment) is None))
        if q7:
            f4.append(i)
        else:
            u4.append(i)
    return [(n1, f0, u0, g0), (n1, f1, u1, g1), (n1, f2, u2, g2), (n1, f3, u3, g3), (n0, f4, u4, g4)]


def judge_installation_unlicensed_software(subjects, columns, scope):
    c0 = columns['asset.state']
    c1 = columns['installation.product_licensed']
    c2 = columns['installation.licensed']
    n0 = 0
    n1 = 0
    r0, f0, u0, g0 = [], [], [], []
    h0 = r0.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if c0[s.asset.id] in ('live', 'retiring'):
            n0 += 1
            # shared
            # shared
            if c1[u]:
                n1 += 1
                # shared
                # rule 0
                if not ((t0 := c2[u]) is not None and t0):
                    h0(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        if (c0[s.asset.id] in ('live', 'retiring')) and (c1[u]) and (not ((t1 := c2[u]) is None or t1)):
            f0.append(i)
        else:
            u0.append(i)
    return [(n1, f0, u0, g0)]


def judge_licence_expired_licence(subjects, columns, scope):
    c0 = columns['asset.state']
    k0 = scope['today']
    c1 = columns['licence.uses']
    c2 = columns['licence.surplus_at_most']
    c3 = columns['licence.surplus']
    c4 = columns['licence.unused_share']
    n0 = 0
    r0, f0, u0, g0 = [], [], [], []
    r1, f1, u1, g1 = [], [], [], []
    r2, f2, u2, g2 = [], [], [], []
    h0 = r0.append
    h1 = r1.append
    h2 = r2.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if c0[u] in ('live', 'retiring'):
            n0 += 1
            # shared
            p0 = s.ends
            # rule 0
            q0 = (p0 is None or p0 < k0)
            if q0:
                z0 = len(c1[u])
                q0 = 0 < z0
            if q0:
                h0(i)
            # rule 1
            if ((t1 := c2[u]) is None or t1 < 0) or ((t2 := c3[u]) is None or t2 < 0):
                h1(i)
            # rule 2
            if ((t3 := c4[u]) is None or t3 >= 0.1) and (p0 is None or p0 >= k0):
                h2(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        q2 = (c0[u] in ('live', 'retiring'))
        if q2:
            q1 = ((t4 := s.ends) is not None and t4 < k0)
            if q1:
                a1 = 0
                for x0 in c1[u]:
                    if x0 is not None:
                        a1 += 1
                q1 = 0 < a1
            q2 = q1
        if q2:
            f0.append(i)
        else:
            u0.append(i)
    for i in r1:
        # rule 1
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and (((t5 := c2[u]) is not None and t5 < 0) or ((t6 := c3[u]) is not None and t6 < 0)):
            f1.append(i)
        else:
            u1.append(i)
    for i in r2:
        # rule 2
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and (((t7 := c4[u]) is not None and t7 >= 0.1) and ((t8 := s.ends) is not None and t8 >= k0)):
            f2.append(i)
        else:
            u2.append(i)
    return [(n0, f0, u0, g0), (n0, f1, u1, g1), (n0, f2, u2, g2)]


def judge_contract_missed_notice(subjects, columns, scope):
    c0 = columns['asset.state']
    c1 = columns['contract.notice_by']
    c2 = columns['contract.needed_until']
    c3 = columns['contract.current_end']
    k0 = scope['today']
    c4 = columns['contract.renewed_end']
    k1 = timedelta(1, 0, 0)
    k2 = multiply_duration(k1, 90)
    k3 = add_duration(k0, k2) if k2 is not None else None
    k4 = scope['policy'].horizons
    k5 = element(k4, 0)
    k6 = add_term(k0, k5) if k5 is not None else None
    c5 = columns['contract.replaced']
    c6 = columns['contract.unpublished_fields']
    n0 = 0
    n1 = 0
    n2 = 0
    r0, f0, u0, g0 = [], [], [], []
    r1, f1, u1, g1 = [], [], [], []
    r2, f2, u2, g2 = [], [], [], []
    r3, f3, u3, g3 = [], [], [], []
    r4, f4, u4, g4 = [], [], [], []
    h0 = r0.append
    h1 = r1.append
    h2 = r2.append
    h3 = r3.append
    h4 = r4.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if c0[u] in ('live', 'retiring'):
            n0 += 1
            # shared
            p0 = s.auto_renews
            p1 = c1[u]
            p2 = c2[u]
            p3 = c3[u]
            # rule 0
            if (p0 is None or p0) and (p1 is None or p1 < k0) and ((p2 is None or p3 is None or p2 <= p3) or (p2 is None or (t4 := c4[u]) is None or p2 < t4)):
                h0(i)
            # rule 1
            if (p0 is None or p0) and (p1 is None or p1 >= k0) and (p1 is None or k3 is None or p1 <= k3):
                h1(i)
            # rule 2
            if (p3 is None or p3 >= k0) and (p3 is None or p2 is None or p3 > p2):
                h2(i)
            # shared
            if not (p0 is not None and p0):
                n1 += 1
                # shared
                # rule 3
                if (p3 is None or k6 is None or p3 <= k6) and (p3 is None or p2 is None or p3 < p2) and (not (c5[u])):
                    h3(i)
            # shared
            if (t7 := s.value) is None or t7 > 5000:
                n2 += 1
                # shared
                # rule 4
                z0 = len(c6[u])
                if 0 < z0:
                    h4(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and (((t8 := s.auto_renews) is not None and t8) and ((t9 := c1[u]) is not None and t9 < k0) and (((t10 := c2[u]) is not None and (t11 := c3[u]) is not None and t10 <= t11) or ((t12 := c2[u]) is not None and (t13 := c4[u]) is not None and t12 < t13))):
            f0.append(i)
        else:
            u0.append(i)
    for i in r1:
        # rule 1
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and (((t14 := s.auto_renews) is not None and t14) and ((t15 := c1[u]) is not None and t15 >= k0) and ((t16 := c1[u]) is not None and k3 is not None and t16 <= k3)):
            f1.append(i)
        else:
            u1.append(i)
    for i in r2:
        # rule 2
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and (((t18 := c3[u]) is not None and t18 >= k0) and ((t19 := c3[u]) is not None and (t20 := c2[u]) is not None and t19 > t20)):
            f2.append(i)
        else:
            u2.append(i)
    for i in r3:
        # rule 3
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and (not ((t21 := s.auto_renews) is None or t21)) and (((t22 := c3[u]) is not None and k6 is not None and t22 <= k6) and ((t24 := c3[u]) is not None and (t25 := c2[u]) is not None and t24 < t25) and (not (c5[u]))):
            f3.append(i)
        else:
            u3.append(i)
    for i in r4:
        # rule 4
        s = subjects[i]
        u = s.id
        q0 = (c0[u] in ('live', 'retiring')) and ((t26 := s.value) is not None and t26 > 5000)
        if q0:
            a1 = 0
            for x0 in c6[u]:
                if x0 is not None:
                    a1 += 1
            q0 = 0 < a1
        if q0:
            f4.append(i)
        else:
            u4.append(i)
    return [(n0, f0, u0, g0), (n0, f1, u1, g1), (n0, f2, u2, g2), (n1, f3, u3, g3), (n2, f4, u4, g4)]


def judge_duplication_duplicate_system(subjects, columns, scope):
    n0 = 0
    n1 = 0
    n2 = 0
    r0, f0, u0, g0 = [], [], [], []
    r1, f1, u1, g1 = [], [], [], []
    r2, f2, u2, g2 = [], [], [], []
    r3, f3, u3, g3 = [], [], [], []
    h0 = r0.append
    h1 = r1.append
    h2 = r2.append
    h3 = r3.append
    for i, s in enumerate(subjects):
        # shared
        p0 = s.level
        # shared
        if p0 in ('service', 'function'):
            n0 += 1
            # shared
            # rule 0
            q0 = False
            for x0 in s.by_organisation:
                if x0 is None or (t0 := x0.competing) is None or t0 >= 2:
                    q0 = True
                    break
            if q0:
                h0(i)
            # rule 1
            if (t1 := s.across) is None or t1 >= 2:
                h1(i)
        # shared
        if p0 == 'product':
            n1 += 1
            # shared
            # rule 2
            q1 = False
            for x0 in s.by_organisation:
                if x0 is None or (t2 := x0.instances) is None or t2 >= 2:
                    q1 = True
                    break
            if q1:
                h2(i)
        # shared
        if p0 == 'capability':
            n2 += 1
            # shared
            # rule 3
            q2 = False
            for x0 in s.by_organisation:
                if x0 is None or (t3 := x0.platforms) is None or t3 >= 2:
                    q2 = True
                    break
            if q2:
                h3(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        q4 = (s.level in ('service', 'function'))
        if q4:
            q3 = False
            for x0 in s.by_organisation:
                if x0 is not None:
                    if x0 is not None and (t4 := x0.competing) is not None and t4 >= 2:
                        q3 = True
                        break
            q4 = q3
        if q4:
            f0.append(i)
        else:
            u0.append(i)
    for i in r1:
        # rule 1
        s = subjects[i]
        if (s.level in ('service', 'function')) and ((t5 := s.across) is not None and t5 >= 2):
            f1.append(i)
        else:
            u1.append(i)
    for i in r2:
        # rule 2
        s = subjects[i]
        q6 = (s.level == 'product')
        if q6:
            q5 = False
            for x0 in s.by_organisation:
                if x0 is not None:
                    if x0 is not None and (t6 := x0.instances) is not None and t6 >= 2:
                        q5 = True
                        break
            q6 = q5
        if q6:
            f2.append(i)
        else:
            u2.append(i)
    for i in r3:
        # rule 3
        s = subjects[i]
        q8 = (s.level == 'capability')
        if q8:
            q7 = False
            for x0 in s.by_organisation:
                if x0 is not None:
                    if x0 is not None and (t7 := x0.platforms) is not None and t7 >= 2:
                        q7 = True
                        break
            q8 = q7
        if q8:
            f3.append(i)
        else:
            u3.append(i)
    return [(n0, f0, u0, g0), (n0, f1, u1, g1), (n1, f2, u2, g2), (n2, f3, u3, g3)]


def judge_product_version_sprawl(subjects, columns, scope):
    c0 = columns['product.versions_in_use']
    r0, f0, u0, g0 = [], [], [], []
    h0 = r0.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # rule 0
        z0 = len(c0[u])
        if 3 <= z0:
            h0(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        a1 = 0
        for x0 in c0[u]:
            if x0 is not None:
                a1 += 1
        if 3 <= a1:
            f0.append(i)
        else:
            u0.append(i)
    return [(len(subjects), f0, u0, g0)]


def judge_asset_retired_but_needed(subjects, columns, scope):
    c0 = columns['asset.state']
    c1 = columns['asset.needed_by']
    k0 = scope['today']
    c2 = columns['asset.funded_by']
    n0 = 0
    r0, f0, u0, g0 = [], [], [], []
    r1, f1, u1, g1 = [], [], [], []
    r2, f2, u2, g2 = [], [], [], []
    h0 = r0.append
    h1 = r1.append
    h2 = r2.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        p0 = c0[u]
        # rule 0
        q1 = (p0 == 'retired')
        if q1:
            q0 = False
            for x0 in c1[u]:
                if x0 is None or c0[x0.id] in ('live', 'retiring'):
                    q0 = True
                    break
            q1 = q0
        if q1:
            h0(i)
        # shared
        if p0 in ('live', 'retiring'):
            n0 += 1
            # shared
            # rule 1
            if (t0 := s.review_by) is None or t0 < k0:
                h1(i)
            # rule 2
            q2 = ((t1 := s.disposition) is None or t1 == 'eliminate')
            if q2:
                z0 = len(c2[u])
                q2 = 0 < z0
            if q2:
                h2(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        q4 = (c0[u] == 'retired')
        if q4:
            q3 = False
            for x0 in c1[u]:
                if x0 is not None:
                    if x0 is not None and c0[x0.id] in ('live', 'retiring'):
                        q3 = True
                        break
            q4 = q3
        if q4:
            f0.append(i)
        else:
            u0.append(i)
    for i in r1:
        # rule 1
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and ((t2 := s.review_by) is not None and t2 < k0):
            f1.append(i)
        else:
            u1.append(i)
    for i in r2:
        # rule 2
        s = subjects[i]
        u = s.id
        q6 = (c0[u] in ('live', 'retiring'))
        if q6:
            q5 = ((t3 := s.disposition) is not None and t3 == 'eliminate')
            if q5:
                a1 = 0
                for x0 in c2[u]:
                    if x0 is not None:
                        a1 += 1
                q5 = 0 < a1
            q6 = q5
        if q6:
            f2.append(i)
        else:
            u2.append(i)
    return [(len(subjects), f0, u0, g0), (n0, f1, u1, g1), (n0, f2, u2, g2)]


def judge_server_orphaned_asset(subjects, columns, scope):
    c0 = columns['asset.state']
    c1 = columns['asset.needed_by']
    c2 = columns['asset.ready_for']
    c3 = columns['asset.serves_people']
    n0 = 0
    n1 = 0
    r0, f0, u0, g0 = [], [], [], []
    h0 = r0.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if c0[u] in ('live', 'retiring'):
            n0 += 1
            # shared
            # shared
            if s.environment == 'production':
                n1 += 1
                # shared
                # rule 0
                a0 = 0
                z0 = 0
                for x0 in c1[u]:
                    z0 += 1
                    if x0 is not None:
                        a0 += 1
                q0 = (not (z0 < 0 or 0 < a0))
                if q0:
                    a1 = 0
                    z1 = 0
                    for x0 in c2[u]:
                        z1 += 1
                        if x0 is not None:
                            a1 += 1
                    q0 = not (z1 < 0 or 0 < a1)
                if q0 and (not (c3[u])):
                    h0(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        q2 = (c0[u] in ('live', 'retiring')) and (s.environment == 'production')
        if q2:
            a2 = 0
            z2 = 0
            for x0 in c1[u]:
                z2 += 1
                if x0 is not None:
                    a2 += 1
            q1 = (a2 == z2 == 0 == 0)
            if q1:
                a3 = 0
                z3 = 0
                for x0 in c2[u]:
                    z3 += 1
                    if x0 is not None:
                        a3 += 1
                q1 = a3 == z3 == 0 == 0
            q2 = q1 and (not (c3[u]))
        if q2:
            f0.append(i)
        else:
            u0.append(i)
    return [(n1, f0, u0, g0)]


def judge_device_orphaned_asset(subjects, columns, scope):
    c0 = columns['asset.state']
    c1 = columns['asset.needed_by']
    c2 = columns['asset.ready_for']
    c3 = columns['asset.serves_people']
    n0 = 0
    n1 = 0
    r0, f0, u0, g0 = [], [], [], []
    h0 = r0.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if c0[u] in ('live', 'retiring'):
            n0 += 1
            # shared
            # shared
            if s.environment == 'production':
                n1 += 1
                # shared
                # rule 0
                a0 = 0
                z0 = 0
                for x0 in c1[u]:
                    z0 += 1
                    if x0 is not None:
                        a0 += 1
                q0 = (not (z0 < 0 or 0 < a0))
                if q0:
                    a1 = 0
                    z1 = 0
                    for x0 in c2[u]:
                        z1 += 1
                        if x0 is not None:
                            a1 += 1
                    q0 = not (z1 < 0 or 0 < a1)
                if q0 and (not (c3[u])):
                    h0(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        q2 = (c0[u] in ('live', 'retiring')) and (s.environment == 'production')
        if q2:
            a2 = 0
            z2 = 0
            for x0 in c1[u]:
                z2 += 1
                if x0 is not None:
                    a2 += 1
            q1 = (a2 == z2 == 0 == 0)
            if q1:
                a3 = 0
                z3 = 0
                for x0 in c2[u]:
                    z3 += 1
                    if x0 is not None:
                        a3 += 1
                q1 = a3 == z3 == 0 == 0
            q2 = q1 and (not (c3[u]))
        if q2:
            f0.append(i)
        else:
            u0.append(i)
    return [(n1, f0, u0, g0)]


def judge_api_orphaned_asset(subjects, columns, scope):
    c0 = columns['asset.state']
    c1 = columns['asset.needed_by']
    c2 = columns['asset.ready_for']
    c3 = columns['asset.serves_people']
    n0 = 0
    n1 = 0
    r0, f0, u0, g0 = [], [], [], []
    h0 = r0.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if c0[u] in ('live', 'retiring'):
            n0 += 1
            # shared
            # shared
            if s.environment == 'production':
                n1 += 1
                # shared
                # rule 0
                a0 = 0
                z0 = 0
                for x0 in c1[u]:
                    z0 += 1
                    if x0 is not None:
                        a0 += 1
                q0 = (not (z0 < 0 or 0 < a0))
                if q0:
                    a1 = 0
                    z1 = 0
                    for x0 in c2[u]:
                        z1 += 1
                        if x0 is not None:
                            a1 += 1
                    q0 = not (z1 < 0 or 0 < a1)
                if q0 and (not (c3[u])):
                    h0(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        q2 = (c0[u] in ('live', 'retiring')) and (s.environment == 'production')
        if q2:
            a2 = 0
            z2 = 0
            for x0 in c1[u]:
                z2 += 1
                if x0 is not None:
                    a2 += 1
            q1 = (a2 == z2 == 0 == 0)
            if q1:
                a3 = 0
                z3 = 0
                for x0 in c2[u]:
                    z3 += 1
                    if x0 is not None:
                        a3 += 1
                q1 = a3 == z3 == 0 == 0
            q2 = q1 and (not (c3[u]))
        if q2:
            f0.append(i)
        else:
            u0.append(i)
    return [(n1, f0, u0, g0)]


def judge_application_probable_duplicate_record(subjects, columns, scope):
    c0 = columns['asset.state']
    c1 = columns['application.probable_twins']
    c2 = columns['asset.needed_by']
    c3 = columns['asset.ready_for']
    c4 = columns['asset.serves_people']
    n0 = 0
    n1 = 0
    r0, f0, u0, g0 = [], [], [], []
    r1, f1, u1, g1 = [], [], [], []
    r2, f2, u2, g2 = [], [], [], []
    h0 = r0.append
    h1 = r1.append
    h2 = r2.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if c0[u] in ('live', 'retiring'):
            n0 += 1
            # shared
            # shared
            if s.environment == 'production':
                n1 += 1
                # shared
                # rule 0
                z0 = len(c1[u])
                if 0 < z0:
                    h0(i)
                # rule 1
                if (t0 := s.users) is None or (t1 := t0.active) is None or (t2 := multiply_numbers(t1, 2)) is None or (t3 := s.users) is None or (t4 := t3.named) is None or t2 < t4:
                    h1(i)
                # rule 2
                a1 = 0
                z1 = 0
                for x0 in c2[u]:
                    z1 += 1
                    if x0 is not None:
                        a1 += 1
                q0 = (not (z1 < 0 or 0 < a1))
                if q0:
                    a2 = 0
                    z2 = 0
                    for x0 in c3[u]:
                        z2 += 1
                        if x0 is not None:
                            a2 += 1
                    q0 = not (z2 < 0 or 0 < a2)
                if q0 and (not (c4[u])):
                    h2(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        q1 = (c0[u] in ('live', 'retiring')) and (s.environment == 'production')
        if q1:
            a3 = 0
            for x0 in c1[u]:
                if x0 is not None:
                    a3 += 1
            q1 = 0 < a3
        if q1:
            f0.append(i)
        else:
            u0.append(i)
    for i in r1:
        # rule 1
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and (s.environment == 'production') and ((t5 := s.users) is not None and (t6 := t5.active) is not None and (t7 := multiply_numbers(t6, 2)) is not None and (t8 := s.users) is not None and (t9 := t8.named) is not None and t7 < t9):
            f1.append(i)
        else:
            u1.append(i)
    for i in r2:
        # rule 2
        s = subjects[i]
        u = s.id
        q3 = (c0[u] in ('live', 'retiring')) and (s.environment == 'production')
        if q3:
            a4 = 0
            z4 = 0
            for x0 in c2[u]:
                z4 += 1
                if x0 is not None:
                    a4 += 1
            q2 = (a4 == z4 == 0 == 0)
            if q2:
                a5 = 0
                z5 = 0
                for x0 in c3[u]:
                    z5 += 1
                    if x0 is not None:
                        a5 += 1
                q2 = a5 == z5 == 0 == 0
            q3 = q2 and (not (c4[u]))
        if q3:
            f2.append(i)
        else:
            u2.append(i)
    return [(n1, f0, u0, g0), (n1, f1, u1, g1), (n1, f2, u2, g2)]


def judge_connection_switched_telephony(subjects, columns, scope):
    c0 = columns['asset.state']
    n0 = 0
    r0, f0, u0, g0 = [], [], [], []
    h0 = r0.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if c0[u] in ('live', 'retiring'):
            n0 += 1
            # shared
            # rule 0
            if (t0 := s.technology) is None or t0 in ('pstn', 'isdn'):
                h0(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and ((t1 := s.technology) is not None and t1 in ('pstn', 'isdn')):
            f0.append(i)
        else:
            u0.append(i)
    return [(n0, f0, u0, g0)]


def judge_product_supplier_withdrawal(subjects, columns, scope):
    c0 = columns['product.withdrawal_announced']
    r0, f0, u0, g0 = [], [], [], []
    h0 = r0.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # rule 0
        if c0[u]:
            h0(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        if c0[u]:
            f0.append(i)
        else:
            u0.append(i)
    return [(len(subjects), f0, u0, g0)]


def judge_installation_unsupported_software(subjects, columns, scope):
    c0 = columns['asset.state']
    c1 = columns['installation.software_as_a_service']
    k0 = scope['today']
    k1 = scope['policy'].horizons
    k2 = element(k1, 2)
    k3 = add_term(k0, k2) if k2 is not None else None
    c2 = columns['installation.planned_end']
    c3 = columns['installation.reachable_from_internet']
    k4 = timedelta(45, 0, 0)
    k5 = subtract_duration(k0, k4)
    n0 = 0
    n1 = 0
    n2 = 0
    r0, f0, u0, g0 = [], [], [], []
    r1, f1, u1, g1 = [], [], [], []
    r2, f2, u2, g2 = [], [], [], []
    r3, f3, u3, g3 = [], [], [], []
    r4, f4, u4, g4 = [], [], [], []
    r5, f5, u5, g5 = [], [], [], []
    r6, f6, u6, g6 = [], [], [], []
    h0 = r0.append
    h1 = r1.append
    h2 = r2.append
    h3 = r3.append
    h4 = r4.append
    h5 = r5.append
    h6 = r6.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if c0[s.asset.id] in ('live', 'retiring'):
            n0 += 1
            # shared
            p0 = c1[u]
            # shared
            if not ((p0) and ((not (t0 := s.version)))):
                n1 += 1
                # shared
                p1 = s.support
                p2 = p1.status
                # rule 0
                if p2 is None or p2 == 'ended':
                    h0(i)
                # rule 1
                if p2 is None or p2 == 'extended-unpaid':
                    h1(i)
                # rule 2
                if p2 is None or p2 == 'extended':
                    h2(i)
                # rule 3
                if (p2 is None or p2 in ('supported', 'extended')) and ((t2 := p1.ends) is None or k3 is None or t2 <= k3) and ((t4 := c2[u]) is None or (t5 := p1.ends) is None or t4 > t5):
                    h3(i)
                # rule 6
                if (p2 is None or p2 in ('ended', 'extended-unpaid')) and ((t6 := c3[u]) is None or t6):
                    h6(i)
            # shared
            if not (p0):
                n2 += 1
                # shared
                # rule 4
                if (not (t7 := s.support.status)):
                    h4(i)
                # rule 5
                if ((t8 := s.patch_days) is None or t8 > 14) or ((t9 := s.patched) is None or t9 < k5):
                    h5(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        if (c0[s.asset.id] in ('live', 'retiring')) and (not ((c1[u]) and ((not (t10 := s.version))))) and ((t11 := s.support.status) is not None and t11 == 'ended'):
            f0.append(i)
        else:
            u0.append(i)
    for i in r1:
        # rule 1
        s = subjects[i]
        u = s.id
        if (c0[s.asset.id] in ('live', 'retiring')) and (not ((c1[u]) and ((not (t12 := s.version))))) and ((t13 := s.support.status) is not None and t13 == 'extended-unpaid'):
            f1.append(i)
        else:
            u1.append(i)
    for i in r2:
        # rule 2
        s = subjects[i]
        u = s.id
        if (c0[s.asset.id] in ('live', 'retiring')) and (not ((c1[u]) and ((not (t14 := s.version))))) and ((t15 := s.support.status) is not None and t15 == 'extended'):
            f2.append(i)
        else:
            u2.append(i)
    for i in r3:
        # rule 3
        s = subjects[i]
        u = s.id
        if (c0[s.asset.id] in ('live', 'retiring')) and (not ((c1[u]) and ((not (t16 := s.version))))) and (((t17 := s.support.status) is not None and t17 in ('supported', 'extended')) and ((t18 := s.support.ends) is not None and k3 is not None and t18 <= k3) and ((t20 := c2[u]) is not None and (t21 := s.support.ends) is not None and t20 > t21)):
            f3.append(i)
        else:
            u3.append(i)
    for i in r4:
        # rule 4
        s = subjects[i]
        u = s.id
        if (c0[s.asset.id] in ('live', 'retiring')) and (not (c1[u])) and ((not (t22 := s.support.status))):
            f4.append(i)
        else:
            u4.append(i)
    for i in r5:
        # rule 5
        s = subjects[i]
        u = s.id
        if (c0[s.asset.id] in ('live', 'retiring')) and (not (c1[u])) and (((t23 := s.patch_days) is not None and t23 > 14) or ((t24 := s.patched) is not None and t24 < k5)):
            f5.append(i)
        else:
            u5.append(i)
    for i in r6:
        # rule 6
        s = subjects[i]
        u = s.id
        if (c0[s.asset.id] in ('live', 'retiring')) and (not ((c1[u]) and ((not (t25 := s.version))))) and (((t26 := s.support.status) is not None and t26 in ('ended', 'extended-unpaid')) and ((t27 := c3[u]) is not None and t27)):
            f6.append(i)
        else:
            u6.append(i)
    return [(n1, f0, u0, g0), (n1, f1, u1, g1), (n1, f2, u2, g2), (n1, f3, u3, g3), (n2, f4, u4, g4), (n2, f5, u5, g5), (n1, f6, u6, g6)]


def judge_api_inherited_unsupported_software(subjects, columns, scope):
    c0 = columns['asset.state']
    c1 = columns['asset.stands_on_unsupported']
    k0 = scope['today']
    c2 = columns['asset.own_support_ends']
    c3 = columns['asset.locked_to']
    n0 = 0
    r0, f0, u0, g0 = [], [], [], []
    r1, f1, u1, g1 = [], [], [], []
    h0 = r0.append
    h1 = r1.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if c0[u] in ('live', 'retiring'):
            n0 += 1
            # shared
            # rule 0
            z0 = len(c1[u])
            if 0 < z0:
                h0(i)
            # rule 1
            q0 = True
            if (t3 := c3[u]) is not None:
                q0 = False
                for x0 in t3:
                    if (x0 is None or (t0 := x0.ends) is None or t0 < k0) or (x0 is None or (t1 := x0.ends) is None or (t2 := c2[u]) is None or t1 < t2):
                        q0 = True
                        break
            if q0:
                h1(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        q1 = (c0[u] in ('live', 'retiring'))
        if q1:
            a1 = 0
            for x0 in c1[u]:
                if x0 is not None:
                    a1 += 1
            q1 = 0 < a1
        if q1:
            f0.append(i)
        else:
            u0.append(i)
    for i in r1:
        # rule 1
        s = subjects[i]
        u = s.id
        q3 = (c0[u] in ('live', 'retiring'))
        if q3:
            q2 = False
            if (t7 := c3[u]) is not None:
                q2 = False
                for x0 in t7:
                    if x0 is not None:
                        if (x0 is not None and (t4 := x0.ends) is not None and t4 < k0) or (x0 is not None and (t5 := x0.ends) is not None and (t6 := c2[u]) is not None and t5 < t6):
                            q2 = True
                            break
            q3 = q2
        if q3:
            f1.append(i)
        else:
            u1.append(i)
    return [(n0, f0, u0, g0), (n0, f1, u1, g1)]


def judge_server_unsupported_hardware(subjects, columns, scope):
    c0 = columns['asset.state']
    k0 = scope['today']
    c1 = columns['asset.own_support_ends']
    c2 = columns['asset.locked_to']
    c3 = columns['asset.own_hardware']
    n0 = 0
    n1 = 0
    r0, f0, u0, g0 = [], [], [], []
    r1, f1, u1, g1 = [], [], [], []
    h0 = r0.append
    h1 = r1.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if c0[u] in ('live', 'retiring'):
            n0 += 1
            # shared
            # rule 1
            q0 = True
            if (t3 := c2[u]) is not None:
                q0 = False
                for x0 in t3:
                    if (x0 is None or (t0 := x0.ends) is None or t0 < k0) or (x0 is None or (t1 := x0.ends) is None or (t2 := c1[u]) is None or t1 < t2):
                        q0 = True
                        break
            if q0:
                h1(i)
            # shared
            if (t4 := c3[u]) is None or t4:
                n1 += 1
                # shared
                # rule 0
                if (t5 := s.hardware) is None or (t6 := t5.support_ends) is None or t6 < k0:
                    h0(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and ((t7 := c3[u]) is not None and t7) and ((t8 := s.hardware) is not None and (t9 := t8.support_ends) is not None and t9 < k0):
            f0.append(i)
        else:
            u0.append(i)
    for i in r1:
        # rule 1
        s = subjects[i]
        u = s.id
        q2 = (c0[u] in ('live', 'retiring'))
        if q2:
            q1 = False
            if (t13 := c2[u]) is not None:
                q1 = False
                for x0 in t13:
                    if x0 is not None:
                        if (x0 is not None and (t10 := x0.ends) is not None and t10 < k0) or (x0 is not None and (t11 := x0.ends) is not None and (t12 := c1[u]) is not None and t11 < t12):
                            q1 = True
                            break
            q2 = q1
        if q2:
            f1.append(i)
        else:
            u1.append(i)
    return [(n1, f0, u0, g0), (n0, f1, u1, g1)]


def judge_device_unsupported_hardware(subjects, columns, scope):
    c0 = columns['asset.state']
    k0 = scope['today']
    c1 = columns['asset.own_support_ends']
    c2 = columns['asset.locked_to']
    c3 = columns['asset.own_hardware']
    n0 = 0
    n1 = 0
    r0, f0, u0, g0 = [], [], [], []
    r1, f1, u1, g1 = [], [], [], []
    h0 = r0.append
    h1 = r1.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if c0[u] in ('live', 'retiring'):
            n0 += 1
            # shared
            # rule 1
            q0 = True
            if (t3 := c2[u]) is not None:
                q0 = False
                for x0 in t3:
                    if (x0 is None or (t0 := x0.ends) is None or t0 < k0) or (x0 is None or (t1 := x0.ends) is None or (t2 := c1[u]) is None or t1 < t2):
                        q0 = True
                        break
            if q0:
                h1(i)
            # shared
            if (t4 := c3[u]) is None or t4:
                n1 += 1
                # shared
                # rule 0
                if (t5 := s.hardware) is None or (t6 := t5.support_ends) is None or t6 < k0:
                    h0(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and ((t7 := c3[u]) is not None and t7) and ((t8 := s.hardware) is not None and (t9 := t8.support_ends) is not None and t9 < k0):
            f0.append(i)
        else:
            u0.append(i)
    for i in r1:
        # rule 1
        s = subjects[i]
        u = s.id
        q2 = (c0[u] in ('live', 'retiring'))
        if q2:
            q1 = False
            if (t13 := c2[u]) is not None:
                q1 = False
                for x0 in t13:
                    if x0 is not None:
                        if (x0 is not None and (t10 := x0.ends) is not None and t10 < k0) or (x0 is not None and (t11 := x0.ends) is not None and (t12 := c1[u]) is not None and t11 < t12):
                            q1 = True
                            break
            q2 = q1
        if q2:
            f1.append(i)
        else:
            u1.append(i)
    return [(n1, f0, u0, g0), (n0, f1, u1, g1)]


def judge_application_inherited_unsupported_software(subjects, columns, scope):
    c0 = columns['asset.state']
    c1 = columns['asset.stands_on_unsupported']
    k0 = scope['today']
    c2 = columns['asset.own_support_ends']
    c3 = columns['asset.locked_to']
    c4 = columns['contract.in_force']
    c5 = columns['asset.contracts']
    n0 = 0
    n1 = 0
    r0, f0, u0, g0 = [], [], [], []
    r1, f1, u1, g1 = [], [], [], []
    r2, f2, u2, g2 = [], [], [], []
    h0 = r0.append
    h1 = r1.append
    h2 = r2.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if c0[u] in ('live', 'retiring'):
            n0 += 1
            # shared
            # rule 0
            z0 = len(c1[u])
            if 0 < z0:
                h0(i)
            # rule 1
            q0 = True
            if (t3 := c3[u]) is not None:
                q0 = False
                for x0 in t3:
                    if (x0 is None or (t0 := x0.ends) is None or t0 < k0) or (x0 is None or (t1 := x0.ends) is None or (t2 := c2[u]) is None or t1 < t2):
                        q0 = True
                        break
            if q0:
                h1(i)
            # shared
            if (t4 := s.support_model) is None or t4 == 'vendor':
                n1 += 1
                # shared
                # rule 2
                q1 = False
                if (t7 := c5[u]) is not None:
                    q1 = False
                    for x0 in t7:
                        if x0 is not None:
                            if (x0 is not None and (t5 := c4[x0.id]) is not None and t5) and (x0 is not None and (t6 := x0.support) is not None and t6):
                                q1 = True
                                break
                if not (q1):
                    h2(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        q2 = (c0[u] in ('live', 'retiring'))
        if q2:
            a1 = 0
            for x0 in c1[u]:
                if x0 is not None:
                    a1 += 1
            q2 = 0 < a1
        if q2:
            f0.append(i)
        else:
            u0.append(i)
    for i in r1:
        # rule 1
        s = subjects[i]
        u = s.id
        q4 = (c0[u] in ('live', 'retiring'))
        if q4:
            q3 = False
            if (t11 := c3[u]) is not None:
                q3 = False
                for x0 in t11:
                    if x0 is not None:
                        if (x0 is not None and (t8 := x0.ends) is not None and t8 < k0) or (x0 is not None and (t9 := x0.ends) is not None and (t10 := c2[u]) is not None and t9 < t10):
                            q3 = True
                            break
            q4 = q3
        if q4:
            f1.append(i)
        else:
            u1.append(i)
    for i in r2:
        # rule 2
        s = subjects[i]
        u = s.id
        q6 = (c0[u] in ('live', 'retiring')) and ((t12 := s.support_model) is not None and t12 == 'vendor')
        if q6:
            q5 = True
            if (t15 := c5[u]) is not None:
                q5 = False
                for x0 in t15:
                    if (x0 is None or (t13 := c4[x0.id]) is None or t13) and (x0 is None or (t14 := x0.support) is None or t14):
                        q5 = True
                        break
            q6 = not (q5)
        if q6:
            f2.append(i)
        else:
            u2.append(i)
    return [(n0, f0, u0, g0), (n0, f1, u1, g1), (n1, f2, u2, g2)]


def judge_benefit_unrealised_benefit(subjects, columns, scope):
    k0 = scope['today']
    n0 = 0
    r0, f0, u0, g0 = [], [], [], []
    h0 = r0.append
    for i, s in enumerate(subjects):
        # shared
        # shared
        if (t0 := s.owner.status) is None or t0 in ('planned', 'live', 'done'):
            n0 += 1
            # shared
            # rule 0
            if ((t1 := s.due) is None or t1 < k0) and (((t2 := s.actual) is None or t2 == UNLIMITED)):
                h0(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        if ((t3 := s.owner.status) is not None and t3 in ('planned', 'live', 'done')) and (((t4 := s.due) is not None and t4 < k0) and (((t5 := s.actual) is None or t5 == UNLIMITED))):
            f0.append(i)
        else:
            u0.append(i)
    return [(n0, f0, u0, g0)]


def judge_estate_stale_catalogue(subjects, columns, scope):
    k0 = scope['catalogue_as_of']
    k1 = scope['today']
    k2 = timedelta(90, 0, 0)
    k3 = subtract_duration(k1, k2)
    r0, f0, u0, g0 = [], [], [], []
    h0 = r0.append
    for i, s in enumerate(subjects):
        # shared
        # rule 0
        if k0 < k3:
            h0(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        if k0 < k3:
            f0.append(i)
        else:
            u0.append(i)
    return [(len(subjects), f0, u0, g0)]


def judge_application_missing_owner(subjects, columns, scope):
    c0 = columns['asset.state']
    k0 = scope['today']
    k1 = Term(12, 0)
    k2 = subtract_term(k0, k1)
    n0 = 0
    r0, f0, u0, g0 = [], [], [], []
    r1, f1, u1, g1 = [], [], [], []
    h0 = r0.append
    h1 = r1.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if c0[u] in ('live', 'retiring'):
            n0 += 1
            # shared
            # rule 0
            if (not (t0 := s.owner)):
                h0(i)
            # rule 1
            if (((t1 := s.verified) is None or t1 == ALWAYS)) or ((t2 := s.verified) is None or t2 < k2):
                h1(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and ((not (t3 := s.owner))):
            f0.append(i)
        else:
            u0.append(i)
    for i in r1:
        # rule 1
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and ((((t4 := s.verified) is None or t4 == ALWAYS)) or ((t5 := s.verified) is not None and t5 < k2)):
            f1.append(i)
        else:
            u1.append(i)
    return [(n0, f0, u0, g0), (n0, f1, u1, g1)]


def judge_service_missing_owner(subjects, columns, scope):
    c0 = columns['asset.state']
    n0 = 0
    r0, f0, u0, g0 = [], [], [], []
    h0 = r0.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if c0[u] in ('live', 'retiring'):
            n0 += 1
            # shared
            # rule 0
            if (not (t0 := s.owner)):
                h0(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and ((not (t1 := s.owner))):
            f0.append(i)
        else:
            u0.append(i)
    return [(n0, f0, u0, g0)]


def judge_api_missing_owner(subjects, columns, scope):
    c0 = columns['asset.state']
    k0 = scope['today']
    k1 = Term(12, 0)
    k2 = subtract_term(k0, k1)
    n0 = 0
    r0, f0, u0, g0 = [], [], [], []
    r1, f1, u1, g1 = [], [], [], []
    h0 = r0.append
    h1 = r1.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if c0[u] in ('live', 'retiring'):
            n0 += 1
            # shared
            # rule 0
            if (not (t0 := s.owner)):
                h0(i)
            # rule 1
            if (((t1 := s.verified) is None or t1 == ALWAYS)) or ((t2 := s.verified) is None or t2 < k2):
                h1(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and ((not (t3 := s.owner))):
            f0.append(i)
        else:
            u0.append(i)
    for i in r1:
        # rule 1
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and ((((t4 := s.verified) is None or t4 == ALWAYS)) or ((t5 := s.verified) is not None and t5 < k2)):
            f1.append(i)
        else:
            u1.append(i)
    return [(n0, f0, u0, g0), (n0, f1, u1, g1)]


def judge_dataset_missing_owner(subjects, columns, scope):
    c0 = columns['asset.state']
    n0 = 0
    r0, f0, u0, g0 = [], [], [], []
    h0 = r0.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if c0[u] in ('live', 'retiring'):
            n0 += 1
            # shared
            # rule 0
            if (not (t0 := s.owner)):
                h0(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and ((not (t1 := s.owner))):
            f0.append(i)
        else:
            u0.append(i)
    return [(n0, f0, u0, g0)]


def judge_project_untested_business_case(subjects, columns, scope):
    c0 = columns['project.collisions']
    n0 = 0
    n1 = 0
    r0, f0, u0, g0 = [], [], [], []
    r1, f1, u1, g1 = [], [], [], []
    h0 = r0.append
    h1 = r1.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        p0 = s.status
        # shared
        if p0 is None or p0 == 'live':
            n0 += 1
            # shared
            # rule 0
            if (((t1 := s.business_case) is None)) or ((t2 := s.business_case) is None or (not (t3 := t2.appropriateness))) or ((t4 := s.business_case) is None or (t5 := t4.appropriateness) is None or t5 == 'fail') or ((t6 := s.business_case) is None or (not (t7 := t6.value_for_money))) or ((t8 := s.business_case) is None or (t9 := t8.value_for_money) is None or t9 == 'fail'):
                h0(i)
        # shared
        if p0 is None or p0 in ('planned', 'live'):
            n1 += 1
            # shared
            # rule 1
            z0 = len(t10) if (t10 := c0[u]) is not None else UNLIMITED
            if 0 < z0:
                h1(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        if ((t11 := s.status) is not None and t11 == 'live') and ((((t12 := s.business_case) is None)) or ((t13 := s.business_case) is not None and (not (t14 := t13.appropriateness))) or ((t15 := s.business_case) is not None and (t16 := t15.appropriateness) is not None and t16 == 'fail') or ((t17 := s.business_case) is not None and (not (t18 := t17.value_for_money))) or ((t19 := s.business_case) is not None and (t20 := t19.value_for_money) is not None and t20 == 'fail')):
            f0.append(i)
        else:
            u0.append(i)
    for i in r1:
        # rule 1
        s = subjects[i]
        u = s.id
        q0 = ((t21 := s.status) is not None and t21 in ('planned', 'live'))
        if q0:
            a1 = 0
            if (t22 := c0[u]) is not None:
                for x0 in t22:
                    if x0 is not None:
                        a1 += 1
            q0 = 0 < a1
        if q0:
            f1.append(i)
        else:
            u1.append(i)
    return [(n0, f0, u0, g0), (n1, f1, u1, g1)]


def judge_milestone_overdue_milestone(subjects, columns, scope):
    k0 = scope['today']
    c0 = columns['milestone.heard']
    k1 = Term(3, 0)
    k2 = subtract_term(k0, k1)
    n0 = 0
    n1 = 0
    r0, f0, u0, g0 = [], [], [], []
    r1, f1, u1, g1 = [], [], [], []
    h0 = r0.append
    h1 = r1.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        p0 = s.owner
        p1 = p0.status
        # shared
        if p1 is None or p1 in ('planned', 'live'):
            n0 += 1
            # shared
            # rule 0
            if ((t1 := s.due) is None or t1 < k0) and (s.done > k0):
                h0(i)
        # shared
        if p1 is None or p1 == 'live':
            n1 += 1
            # shared
            # rule 1
            if (s.done > k0) and ((t2 := c0[u]) is None or t2 < k2):
                h1(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        if ((t3 := s.owner.status) is not None and t3 in ('planned', 'live')) and (((t4 := s.due) is not None and t4 < k0) and (s.done > k0)):
            f0.append(i)
        else:
            u0.append(i)
    for i in r1:
        # rule 1
        s = subjects[i]
        u = s.id
        if ((t5 := s.owner.status) is not None and t5 == 'live') and ((s.done > k0) and ((t6 := c0[u]) is not None and t6 < k2)):
            f1.append(i)
        else:
            u1.append(i)
    return [(n0, f0, u0, g0), (n1, f1, u1, g1)]


def judge_change_inapplicable_change(subjects, columns, scope):
    k0 = scope['today']
    c0 = columns['change.obstacles']
    n0 = 0
    r0, f0, u0, g0 = [], [], [], []
    h0 = r0.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if ((t0 := s.owner.status) is None or t0 in ('planned', 'live')) and (s.on >= k0):
            n0 += 1
            # shared
            # rule 0
            z0 = len(c0[u])
            if 0 < z0:
                h0(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        q0 = (((t1 := s.owner.status) is not None and t1 in ('planned', 'live')) and (s.on >= k0))
        if q0:
            a1 = 0
            for x0 in c0[u]:
                if x0 is not None:
                    a1 += 1
            q0 = 0 < a1
        if q0:
            f0.append(i)
        else:
            u0.append(i)
    return [(n0, f0, u0, g0)]


def judge_server_stale_record(subjects, columns, scope):
    c0 = columns['asset.state']
    k0 = scope['today']
    k1 = Term(12, 0)
    k2 = subtract_term(k0, k1)
    n0 = 0
    r0, f0, u0, g0 = [], [], [], []
    h0 = r0.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if c0[u] in ('live', 'retiring'):
            n0 += 1
            # shared
            # rule 0
            if (((t0 := s.verified) is None or t0 == ALWAYS)) or ((t1 := s.verified) is None or t1 < k2):
                h0(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and ((((t2 := s.verified) is None or t2 == ALWAYS)) or ((t3 := s.verified) is not None and t3 < k2)):
            f0.append(i)
        else:
            u0.append(i)
    return [(n0, f0, u0, g0)]


def judge_device_stale_record(subjects, columns, scope):
    c0 = columns['asset.state']
    k0 = scope['today']
    k1 = Term(12, 0)
    k2 = subtract_term(k0, k1)
    n0 = 0
    r0, f0, u0, g0 = [], [], [], []
    h0 = r0.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if c0[u] in ('live', 'retiring'):
            n0 += 1
            # shared
            # rule 0
            if (((t0 := s.verified) is None or t0 == ALWAYS)) or ((t1 := s.verified) is None or t1 < k2):
                h0(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and ((((t2 := s.verified) is None or t2 == ALWAYS)) or ((t3 := s.verified) is not None and t3 < k2)):
            f0.append(i)
        else:
            u0.append(i)
    return [(n0, f0, u0, g0)]


def judge_asset_unplanned_change(subjects, columns, scope):
    c0 = columns['asset.state']
    c1 = columns['asset.timed_by']
    n0 = 0
    r0, f0, u0, g0 = [], [], [], []
    h0 = r0.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if c0[u] in ('planned', 'retiring'):
            n0 += 1
            # shared
            # rule 0
            a0 = 0
            z0 = 0
            for x0 in c1[u]:
                z0 += 1
                if x0 is not None:
                    a0 += 1
            if not (z0 < 0 or 0 < a0):
                h0(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        q0 = (c0[u] in ('planned', 'retiring'))
        if q0:
            a1 = 0
            z1 = 0
            for x0 in c1[u]:
                z1 += 1
                if x0 is not None:
                    a1 += 1
            q0 = a1 == z1 == 0 == 0
        if q0:
            f0.append(i)
        else:
            u0.append(i)
    return [(n0, f0, u0, g0)]


def judge_installation_non_standard_technology(subjects, columns, scope):
    c0 = columns['asset.state']
    c1 = columns['product.standard']
    n0 = 0
    n1 = 0
    r0, f0, u0, g0 = [], [], [], []
    h0 = r0.append
    for i, s in enumerate(subjects):
        # shared
        # shared
        if c0[s.asset.id] in ('live', 'retiring'):
            n0 += 1
            # shared
            # shared
            if not ((t0 := s.product) is not None and (not (t1 := c1[t0.id]))):
                n1 += 1
                # shared
                # rule 0
                if (t2 := s.product) is None or c1[t2.id] in ('contain', 'prohibited'):
                    h0(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        if (c0[s.asset.id] in ('live', 'retiring')) and (not ((t3 := s.product) is None or (not (t4 := c1[t3.id])))) and ((t5 := s.product) is not None and c1[t5.id] in ('contain', 'prohibited')):
            f0.append(i)
        else:
            u0.append(i)
    return [(n1, f0, u0, g0)]


def judge_integration_point_to_point_integration(subjects, columns, scope):
    c0 = columns['asset.state']
    n0 = 0
    r0, f0, u0, g0 = [], [], [], []
    r1, f1, u1, g1 = [], [], [], []
    h0 = r0.append
    h1 = r1.append
    for i, s in enumerate(subjects):
        # shared
        # shared
        if c0[s.source.id] in ('live', 'retiring'):
            n0 += 1
            # shared
            p0 = s.style
            # rule 0
            if p0 is None or p0 in ('file', 'database', 'rpa'):
                h0(i)
            # rule 1
            if p0 is None or p0 == 'manual':
                h1(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        if (c0[s.source.id] in ('live', 'retiring')) and ((t1 := s.style) is not None and t1 in ('file', 'database', 'rpa')):
            f0.append(i)
        else:
            u0.append(i)
    for i in r1:
        # rule 1
        s = subjects[i]
        if (c0[s.source.id] in ('live', 'retiring')) and ((t2 := s.style) is not None and t2 == 'manual'):
            f1.append(i)
        else:
            u1.append(i)
    return [(n0, f0, u0, g0), (n0, f1, u1, g1)]


def judge_service_offline_service(subjects, columns, scope):
    c0 = columns['asset.state']
    n0 = 0
    n1 = 0
    r0, f0, u0, g0 = [], [], [], []
    h0 = r0.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if c0[u] in ('live', 'retiring'):
            n0 += 1
            # shared
            # shared
            if (t0 := s.public) is None or t0:
                n1 += 1
                # shared
                # rule 0
                if (not ((t1 := s.channels) is not None and 'online' in t1)) and ((not (t2 := s.online_barrier))):
                    h0(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and ((t3 := s.public) is not None and t3) and ((not ((t4 := s.channels) is None or len(t4) > 0 and ('online' in t4 or None in t4))) and ((not (t5 := s.online_barrier)))):
            f0.append(i)
        else:
            u0.append(i)
    return [(n1, f0, u0, g0)]


def judge_application_system_without_api(subjects, columns, scope):
    c0 = columns['asset.state']
    c1 = columns['application.interfaces']
    n0 = 0
    n1 = 0
    r0, f0, u0, g0 = [], [], [], []
    h0 = r0.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if c0[u] in ('live', 'retiring'):
            n0 += 1
            # shared
            # shared
            if (t0 := s.category) is None or t0 == 'line-of-business':
                n1 += 1
                # shared
                # rule 0
                a0 = 0
                z0 = UNLIMITED
                if (t1 := c1[u]) is not None:
                    z0 = 0
                    for x0 in t1:
                        z0 += 1
                        if x0 is not None:
                            a0 += 1
                if not (z0 < 0 or 0 < a0):
                    h0(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and ((t3 := s.category) is not None and t3 == 'line-of-business'):
            a1 = 0
            z1 = UNLIMITED
            if (t2 := c1[u]) is not None:
                z1 = 0
                for x0 in t2:
                    z1 += 1
                    if x0 is not None:
                        a1 += 1
            if a1 == z1 == 0 == 0:
                f0.append(i)
            else:
                g0.append(i)
        else:
            u0.append(i)
    return [(n1, f0, u0, g0)]


def judge_api_deprecated_api_in_use(subjects, columns, scope):
    c0 = columns['asset.state']
    k0 = scope['today']
    c1 = columns['api.consumers']
    n0 = 0
    r0, f0, u0, g0 = [], [], [], []
    r1, f1, u1, g1 = [], [], [], []
    r2, f2, u2, g2 = [], [], [], []
    h0 = r0.append
    h1 = r1.append
    h2 = r2.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        p0 = c0[u]
        # rule 0
        q1 = ((s.deprecated <= k0) or (p0 in ('retiring', 'retired')))
        if q1:
            q0 = False
            for x0 in c1[u]:
                if x0 is None or c0[x0.id] in ('live', 'retiring'):
                    q0 = True
                    break
            q1 = q0
        if q1:
            h0(i)
        # shared
        if p0 in ('live', 'retiring'):
            n0 += 1
            # shared
            # rule 1
            if ((not (t0 := s.documentation))) or ((not (t1 := s.maintainer))):
                h1(i)
            # rule 2
            if ((t2 := s.transport) is None or t2 != 'https') or (((t3 := s.authentication) is None or t3 == 'none') and ((t4 := s.exposure) is None or t4 in ('partner', 'internet'))):
                h2(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        q3 = ((s.deprecated <= k0) or (c0[u] in ('retiring', 'retired')))
        if q3:
            q2 = False
            for x0 in c1[u]:
                if x0 is not None:
                    if x0 is not None and c0[x0.id] in ('live', 'retiring'):
                        q2 = True
                        break
            q3 = q2
        if q3:
            f0.append(i)
        else:
            u0.append(i)
    for i in r1:
        # rule 1
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and (((not (t5 := s.documentation))) or ((not (t6 := s.maintainer)))):
            f1.append(i)
        else:
            u1.append(i)
    for i in r2:
        # rule 2
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and (((t7 := s.transport) is not None and t7 != 'https') or (((t8 := s.authentication) is not None and t8 == 'none') and ((t9 := s.exposure) is not None and t9 in ('partner', 'internet')))):
            f2.append(i)
        else:
            u2.append(i)
    return [(len(subjects), f0, u0, g0), (n0, f1, u1, g1), (n0, f2, u2, g2)]


def judge_envelope_exceeded_envelope(subjects, columns, scope):
    c0 = columns['envelope.capital_budgeted']
    c1 = columns['envelope.revenue_budgeted']
    r0, f0, u0, g0 = [], [], [], []
    h0 = r0.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # rule 0
        if ((t0 := c0[u]) is None or t0 > s.capital) or ((t1 := c1[u]) is None or t1 > s.revenue):
            h0(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        if ((t2 := c0[u]) is not None and t2 > s.capital) or ((t3 := c1[u]) is not None and t3 > s.revenue):
            f0.append(i)
        else:
            u0.append(i)
    return [(len(subjects), f0, u0, g0)]


def judge_project_unreconciled_budget(subjects, columns, scope):
    c0 = columns['project.capital_budgeted']
    c1 = columns['project.revenue_budgeted']
    n0 = 0
    r0, f0, u0, g0 = [], [], [], []
    h0 = r0.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if (t0 := s.status) is None or t0 in ('planned', 'live'):
            n0 += 1
            # shared
            # rule 0
            if ((t1 := c0[u]) is None or (t2 := s.cost) is None or t1 != t2.capital) or ((t3 := c1[u]) is None or (t4 := s.cost) is None or t3 != t4.revenue):
                h0(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        if ((t5 := s.status) is not None and t5 in ('planned', 'live')) and (((t6 := c0[u]) is not None and (t7 := s.cost) is not None and t6 != t7.capital) or ((t8 := c1[u]) is not None and (t9 := s.cost) is not None and t8 != t9.revenue)):
            f0.append(i)
        else:
            u0.append(i)
    return [(n0, f0, u0, g0)]


def judge_server_unbudgeted_renewal(subjects, columns, scope):
    c0 = columns['asset.state']
    c1 = columns['asset.renewal_due']
    k0 = scope['today']
    k1 = scope['next_financial_year']
    k2 = Term(24, 0)
    k3 = add_term(k1, k2)
    c2 = columns['asset.budget_lines']
    c3 = columns['asset.budgeted_by']
    c4 = columns['asset.unbudgeted_by']
    n0 = 0
    n1 = 0
    r0, f0, u0, g0 = [], [], [], []
    r1, f1, u1, g1 = [], [], [], []
    h0 = r0.append
    h1 = r1.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if c0[u] in ('live', 'retiring'):
            n0 += 1
            # shared
            # shared
            if ((t0 := c1[u]) is None or t0 >= k0) and ((t1 := c1[u]) is None or t1 < k3):
                n1 += 1
                # shared
                # rule 0
                a0 = 0
                z0 = 0
                for x0 in c2[u]:
                    z0 += 1
                    if x0 is not None:
                        a0 += 1
                if not (z0 < 0 or 0 < a0):
                    h0(i)
                # rule 1
                z1 = len(t2) if (t2 := c3[u]) is not None else UNLIMITED
                q0 = (0 < z1)
                if q0:
                    z2 = len(t3) if (t3 := c4[u]) is not None else UNLIMITED
                    q0 = 0 < z2
                if q0:
                    h1(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        q1 = (c0[u] in ('live', 'retiring')) and (((t4 := c1[u]) is not None and t4 >= k0) and ((t5 := c1[u]) is not None and t5 < k3))
        if q1:
            a3 = 0
            z3 = 0
            for x0 in c2[u]:
                z3 += 1
                if x0 is not None:
                    a3 += 1
            q1 = a3 == z3 == 0 == 0
        if q1:
            f0.append(i)
        else:
            u0.append(i)
    for i in r1:
        # rule 1
        s = subjects[i]
        u = s.id
        q3 = (c0[u] in ('live', 'retiring')) and (((t6 := c1[u]) is not None and t6 >= k0) and ((t7 := c1[u]) is not None and t7 < k3))
        if q3:
            a4 = 0
            if (t8 := c3[u]) is not None:
                for x0 in t8:
                    if x0 is not None:
                        a4 += 1
            q2 = (0 < a4)
            if q2:
                a5 = 0
                if (t9 := c4[u]) is not None:
                    for x0 in t9:
                        if x0 is not None:
                            a5 += 1
                q2 = 0 < a5
            q3 = q2
        if q3:
            f1.append(i)
        else:
            u1.append(i)
    return [(n1, f0, u0, g0), (n1, f1, u1, g1)]


def judge_device_unbudgeted_renewal(subjects, columns, scope):
    c0 = columns['asset.state']
    c1 = columns['asset.renewal_due']
    k0 = scope['today']
    k1 = scope['next_financial_year']
    k2 = Term(24, 0)
    k3 = add_term(k1, k2)
    c2 = columns['asset.budget_lines']
    c3 = columns['asset.budgeted_by']
    c4 = columns['asset.unbudgeted_by']
    n0 = 0
    n1 = 0
    r0, f0, u0, g0 = [], [], [], []
    r1, f1, u1, g1 = [], [], [], []
    h0 = r0.append
    h1 = r1.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if c0[u] in ('live', 'retiring'):
            n0 += 1
            # shared
            # shared
            if ((t0 := c1[u]) is None or t0 >= k0) and ((t1 := c1[u]) is None or t1 < k3):
                n1 += 1
                # shared
                # rule 0
                a0 = 0
                z0 = 0
                for x0 in c2[u]:
                    z0 += 1
                    if x0 is not None:
                        a0 += 1
                if not (z0 < 0 or 0 < a0):
                    h0(i)
                # rule 1
                z1 = len(t2) if (t2 := c3[u]) is not None else UNLIMITED
                q0 = (0 < z1)
                if q0:
                    z2 = len(t3) if (t3 := c4[u]) is not None else UNLIMITED
                    q0 = 0 < z2
                if q0:
                    h1(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        q1 = (c0[u] in ('live', 'retiring')) and (((t4 := c1[u]) is not None and t4 >= k0) and ((t5 := c1[u]) is not None and t5 < k3))
        if q1:
            a3 = 0
            z3 = 0
            for x0 in c2[u]:
                z3 += 1
                if x0 is not None:
                    a3 += 1
            q1 = a3 == z3 == 0 == 0
        if q1:
            f0.append(i)
        else:
            u0.append(i)
    for i in r1:
        # rule 1
        s = subjects[i]
        u = s.id
        q3 = (c0[u] in ('live', 'retiring')) and (((t6 := c1[u]) is not None and t6 >= k0) and ((t7 := c1[u]) is not None and t7 < k3))
        if q3:
            a4 = 0
            if (t8 := c3[u]) is not None:
                for x0 in t8:
                    if x0 is not None:
                        a4 += 1
            q2 = (0 < a4)
            if q2:
                a5 = 0
                if (t9 := c4[u]) is not None:
                    for x0 in t9:
                        if x0 is not None:
                            a5 += 1
                q2 = 0 < a5
            q3 = q2
        if q3:
            f1.append(i)
        else:
            u1.append(i)
    return [(n1, f0, u0, g0), (n1, f1, u1, g1)]


def judge_licence_unbudgeted_renewal(subjects, columns, scope):
    c0 = columns['asset.state']
    c1 = columns['asset.renewal_due']
    k0 = scope['today']
    k1 = scope['next_financial_year']
    k2 = Term(24, 0)
    k3 = add_term(k1, k2)
    c2 = columns['asset.budget_lines']
    c3 = columns['asset.budgeted_by']
    c4 = columns['asset.unbudgeted_by']
    n0 = 0
    n1 = 0
    r0, f0, u0, g0 = [], [], [], []
    r1, f1, u1, g1 = [], [], [], []
    h0 = r0.append
    h1 = r1.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if c0[u] in ('live', 'retiring'):
            n0 += 1
            # shared
            # shared
            if ((t0 := c1[u]) is None or t0 >= k0) and ((t1 := c1[u]) is None or t1 < k3):
                n1 += 1
                # shared
                # rule 0
                a0 = 0
                z0 = 0
                for x0 in c2[u]:
                    z0 += 1
                    if x0 is not None:
                        a0 += 1
                if not (z0 < 0 or 0 < a0):
                    h0(i)
                # rule 1
                z1 = len(t2) if (t2 := c3[u]) is not None else UNLIMITED
                q0 = (0 < z1)
                if q0:
                    z2 = len(t3) if (t3 := c4[u]) is not None else UNLIMITED
                    q0 = 0 < z2
                if q0:
                    h1(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        q1 = (c0[u] in ('live', 'retiring')) and (((t4 := c1[u]) is not None and t4 >= k0) and ((t5 := c1[u]) is not None and t5 < k3))
        if q1:
            a3 = 0
            z3 = 0
            for x0 in c2[u]:
                z3 += 1
                if x0 is not None:
                    a3 += 1
            q1 = a3 == z3 == 0 == 0
        if q1:
            f0.append(i)
        else:
            u0.append(i)
    for i in r1:
        # rule 1
        s = subjects[i]
        u = s.id
        q3 = (c0[u] in ('live', 'retiring')) and (((t6 := c1[u]) is not None and t6 >= k0) and ((t7 := c1[u]) is not None and t7 < k3))
        if q3:
            a4 = 0
            if (t8 := c3[u]) is not None:
                for x0 in t8:
                    if x0 is not None:
                        a4 += 1
            q2 = (0 < a4)
            if q2:
                a5 = 0
                if (t9 := c4[u]) is not None:
                    for x0 in t9:
                        if x0 is not None:
                            a5 += 1
                q2 = 0 < a5
            q3 = q2
        if q3:
            f1.append(i)
        else:
            u1.append(i)
    return [(n1, f0, u0, g0), (n1, f1, u1, g1)]


def judge_contract_unbudgeted_renewal(subjects, columns, scope):
    c0 = columns['asset.state']
    c1 = columns['asset.renewal_due']
    k0 = scope['today']
    k1 = scope['next_financial_year']
    k2 = Term(24, 0)
    k3 = add_term(k1, k2)
    c2 = columns['asset.budget_lines']
    c3 = columns['asset.budgeted_by']
    c4 = columns['asset.unbudgeted_by']
    n0 = 0
    n1 = 0
    r0, f0, u0, g0 = [], [], [], []
    r1, f1, u1, g1 = [], [], [], []
    h0 = r0.append
    h1 = r1.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if c0[u] in ('live', 'retiring'):
            n0 += 1
            # shared
            # shared
            if ((t0 := c1[u]) is None or t0 >= k0) and ((t1 := c1[u]) is None or t1 < k3):
                n1 += 1
                # shared
                # rule 0
                a0 = 0
                z0 = 0
                for x0 in c2[u]:
                    z0 += 1
                    if x0 is not None:
                        a0 += 1
                if not (z0 < 0 or 0 < a0):
                    h0(i)
                # rule 1
                z1 = len(t2) if (t2 := c3[u]) is not None else UNLIMITED
                q0 = (0 < z1)
                if q0:
                    z2 = len(t3) if (t3 := c4[u]) is not None else UNLIMITED
                    q0 = 0 < z2
                if q0:
                    h1(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        q1 = (c0[u] in ('live', 'retiring')) and (((t4 := c1[u]) is not None and t4 >= k0) and ((t5 := c1[u]) is not None and t5 < k3))
        if q1:
            a3 = 0
            z3 = 0
            for x0 in c2[u]:
                z3 += 1
                if x0 is not None:
                    a3 += 1
            q1 = a3 == z3 == 0 == 0
        if q1:
            f0.append(i)
        else:
            u0.append(i)
    for i in r1:
        # rule 1
        s = subjects[i]
        u = s.id
        q3 = (c0[u] in ('live', 'retiring')) and (((t6 := c1[u]) is not None and t6 >= k0) and ((t7 := c1[u]) is not None and t7 < k3))
        if q3:
            a4 = 0
            if (t8 := c3[u]) is not None:
                for x0 in t8:
                    if x0 is not None:
                        a4 += 1
            q2 = (0 < a4)
            if q2:
                a5 = 0
                if (t9 := c4[u]) is not None:
                    for x0 in t9:
                        if x0 is not None:
                            a5 += 1
                q2 = 0 < a5
            q3 = q2
        if q3:
            f1.append(i)
        else:
            u1.append(i)
    return [(n1, f0, u0, g0), (n1, f1, u1, g1)]


def judge_supplier_supplier_concentration(subjects, columns, scope):
    c0 = columns['supplier.critical_services']
    r0, f0, u0, g0 = [], [], [], []
    h0 = r0.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # rule 0
        z0 = len(c0[u])
        if 3 <= z0:
            h0(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        a1 = 0
        for x0 in c0[u]:
            if x0 is not None:
                a1 += 1
        if 3 <= a1:
            f0.append(i)
        else:
            u0.append(i)
    return [(len(subjects), f0, u0, g0)]


def judge_application_unassessed_hosting(subjects, columns, scope):
    c0 = columns['asset.state']
    c1 = columns['application.hosted']
    k0 = scope['today']
    k1 = Term(24, 0)
    k2 = subtract_term(k0, k1)
    c2 = columns['application.proofs']
    c3 = columns['agreement.in_force']
    c4 = columns['application.agreements']
    n0 = 0
    n1 = 0
    n2 = 0
    r0, f0, u0, g0 = [], [], [], []
    r1, f1, u1, g1 = [], [], [], []
    r2, f2, u2, g2 = [], [], [], []
    r3, f3, u3, g3 = [], [], [], []
    r4, f4, u4, g4 = [], [], [], []
    r5, f5, u5, g5 = [], [], [], []
    r6, f6, u6, g6 = [], [], [], []
    r7, f7, u7, g7 = [], [], [], []
    r8, f8, u8, g8 = [], [], [], []
    r9, f9, u9, g9 = [], [], [], []
    r10, f10, u10, g10 = [], [], [], []
    r11, f11, u11, g11 = [], [], [], []
    h0 = r0.append
    h1 = r1.append
    h2 = r2.append
    h3 = r3.append
    h4 = r4.append
    h5 = r5.append
    h6 = r6.append
    h7 = r7.append
    h8 = r8.append
    h9 = r9.append
    h10 = r10.append
    h11 = r11.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if c0[u] in ('live', 'retiring'):
            n0 += 1
            # shared
            # shared
            if (t0 := c1[u]) is None or t0:
                n1 += 1
                # shared
                p0 = s.hosted_assessment
                p1 = s.personal_data
                # rule 0
                if (p0 is None):
                    h0(i)
                # rule 1
                if p0 is None or (t3 := p0.assessed) is None or t3 < k2:
                    h1(i)
                # rule 2
                if (p1 is None or p1 in ('personal', 'special-category')) and (p0 is None or (not (t4 := p0.data_location))):
                    h2(i)
                # rule 3
                if (p1 is None or p1 in ('personal', 'special-category')) and (p0 is None or ((t5 := p0.impact_assessment) is None or t5 == ALWAYS)):
                    h3(i)
                # rule 4
                if (p0 is None or ((t6 := p0.exit_plan) is None)) or (not (p0 is not None and (t7 := p0.exit_plan) is not None and t7)):
                    h4(i)
                # rule 5
                q1 = ((not (t8 := c2[u]) or hollow(t8)))
                if not q1:
                    q0 = False
                    for x0 in c2[u]:
                        if x0 is None or (t9 := x0.expires) is None or t9 < k0:
                            q0 = True
                            break
                    q1 = q0
                if q1:
                    h5(i)
                # rule 6
                if not ((t10 := s.mfa) is not None and t10):
                    h6(i)
                # rule 7
                if (p0 is None or ((t11 := p0.options_appraisal) is None)) or (not (p0 is not None and (t12 := p0.options_appraisal) is not None and t12)):
                    h7(i)
                # rule 8
                if (t13 := s.cloud) is None or t13 == 'rehosted':
                    h8(i)
                # rule 9
                if p0 is None or (t14 := p0.sla) is None or (t15 := t14.rto) is None or (t16 := s.recovery) is None or (t17 := t16.rto) is None or t15 > t17:
                    h9(i)
            # shared
            if (t18 := s.hosting) is None or t18 == 'partner':
                n2 += 1
                # shared
                # rule 10
                q2 = False
                if (t20 := c4[u]) is not None:
                    q2 = False
                    for x0 in t20:
                        if x0 is not None:
                            if x0 is not None and (t19 := c3[x0.id]) is not None and t19:
                                q2 = True
                                break
                if not (q2):
                    h10(i)
                # rule 11
                if (((t21 := s.partner) is None)) or ((t22 := s.partner) is None or (not (t23 := t22.lead))) or ((t24 := s.partner) is None or (not (t25 := t24.contact))):
                    h11(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and ((t26 := c1[u]) is not None and t26) and (((t27 := s.hosted_assessment) is None)):
            f0.append(i)
        else:
            u0.append(i)
    for i in r1:
        # rule 1
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and ((t28 := c1[u]) is not None and t28) and ((t29 := s.hosted_assessment) is not None and (t30 := t29.assessed) is not None and t30 < k2):
            f1.append(i)
        else:
            u1.append(i)
    for i in r2:
        # rule 2
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and ((t31 := c1[u]) is not None and t31) and (((t32 := s.personal_data) is not None and t32 in ('personal', 'special-category')) and ((t33 := s.hosted_assessment) is not None and (not (t34 := t33.data_location)))):
            f2.append(i)
        else:
            u2.append(i)
    for i in r3:
        # rule 3
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and ((t35 := c1[u]) is not None and t35) and (((t36 := s.personal_data) is not None and t36 in ('personal', 'special-category')) and ((t37 := s.hosted_assessment) is not None and ((t38 := t37.impact_assessment) is None or t38 == ALWAYS))):
            f3.append(i)
        else:
            u3.append(i)
    for i in r4:
        # rule 4
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and ((t39 := c1[u]) is not None and t39) and (((t40 := s.hosted_assessment) is not None and ((t41 := t40.exit_plan) is None)) or (not ((t42 := s.hosted_assessment) is None or (t43 := t42.exit_plan) is None or t43))):
            f4.append(i)
        else:
            u4.append(i)
    for i in r5:
        # rule 5
        s = subjects[i]
        u = s.id
        q5 = (c0[u] in ('live', 'retiring')) and ((t44 := c1[u]) is not None and t44)
        if q5:
            q4 = ((not (t45 := c2[u])))
            if not q4:
                q3 = False
                for x0 in c2[u]:
                    if x0 is not None:
                        if x0 is not None and (t46 := x0.expires) is not None and t46 < k0:
                            q3 = True
                            break
                q4 = q3
            q5 = q4
        if q5:
            f5.append(i)
        else:
            u5.append(i)
    for i in r6:
        # rule 6
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and ((t47 := c1[u]) is not None and t47) and (not ((t48 := s.mfa) is None or t48)):
            f6.append(i)
        else:
            u6.append(i)
    for i in r7:
        # rule 7
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and ((t49 := c1[u]) is not None and t49) and (((t50 := s.hosted_assessment) is not None and ((t51 := t50.options_appraisal) is None)) or (not ((t52 := s.hosted_assessment) is None or (t53 := t52.options_appraisal) is None or t53))):
            f7.append(i)
        else:
            u7.append(i)
    for i in r8:
        # rule 8
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and ((t54 := c1[u]) is not None and t54) and ((t55 := s.cloud) is not None and t55 == 'rehosted'):
            f8.append(i)
        else:
            u8.append(i)
    for i in r9:
        # rule 9
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and ((t56 := c1[u]) is not None and t56) and ((t57 := s.hosted_assessment) is not None and (t58 := t57.sla) is not None and (t59 := t58.rto) is not None and (t60 := s.recovery) is not None and (t61 := t60.rto) is not None and t59 > t61):
            f9.append(i)
        else:
            u9.append(i)
    for i in r10:
        # rule 10
        s = subjects[i]
        u = s.id
        q7 = (c0[u] in ('live', 'retiring')) and ((t62 := s.hosting) is not None and t62 == 'partner')
        if q7:
            q6 = True
            if (t64 := c4[u]) is not None:
                q6 = False
                for x0 in t64:
                    if x0 is None or (t63 := c3[x0.id]) is None or t63:
                        q6 = True
                        break
            q7 = not (q6)
        if q7:
            f10.append(i)
        else:
            u10.append(i)
    for i in r11:
        # rule 11
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and ((t65 := s.hosting) is not None and t65 == 'partner') and ((((t66 := s.partner) is None)) or ((t67 := s.partner) is not None and (not (t68 := t67.lead))) or ((t69 := s.partner) is not None and (not (t70 := t69.contact)))):
            f11.append(i)
        else:
            u11.append(i)
    return [(n1, f0, u0, g0), (n1, f1, u1, g1), (n1, f2, u2, g2), (n1, f3, u3, g3), (n1, f4, u4, g4), (n1, f5, u5, g5), (n1, f6, u6, g6), (n1, f7, u7, g7), (n1, f8, u8, g8), (n1, f9, u9, g9), (n2, f10, u10, g10), (n2, f11, u11, g11)]


def judge_contract_notice_before_vesting(subjects, columns, scope):
    c0 = columns['asset.state']
    c1 = columns['asset.reorganises']
    c2 = columns['contract.notice_by']
    k0 = scope['today']
    c3 = columns['asset.planned_end']
    c4 = columns['asset.vesting']
    n0 = 0
    n1 = 0
    r0, f0, u0, g0 = [], [], [], []
    h0 = r0.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if c0[u] in ('live', 'retiring'):
            n0 += 1
            # shared
            # shared
            if ((t0 := c1[u]) is None or t0) and ((t1 := c2[u]) is None or t1 >= k0) and ((t2 := c3[u]) is None or (t3 := c4[u]) is None or t2 >= t3):
                n1 += 1
                # shared
                # rule 0
                if (t4 := c2[u]) is None or (t5 := c4[u]) is None or t4 < t5:
                    h0(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and (((t6 := c1[u]) is not None and t6) and ((t7 := c2[u]) is not None and t7 >= k0) and ((t8 := c3[u]) is not None and (t9 := c4[u]) is not None and t8 >= t9)) and ((t10 := c2[u]) is not None and (t11 := c4[u]) is not None and t10 < t11):
            f0.append(i)
        else:
            u0.append(i)
    return [(n1, f0, u0, g0)]


def judge_asset_unallocated_asset(subjects, columns, scope):
    c0 = columns['asset.state']
    c1 = columns['asset.reorganises']
    c2 = columns['asset.planned_end']
    c3 = columns['asset.vesting']
    c4 = columns['asset.organisations']
    c5 = columns['asset.successors']
    n0 = 0
    n1 = 0
    n2 = 0
    r0, f0, u0, g0 = [], [], [], []
    r1, f1, u1, g1 = [], [], [], []
    h0 = r0.append
    h1 = r1.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if c0[u] in ('live', 'retiring'):
            n0 += 1
            # shared
            p0 = c1[u]
            p1 = c2[u]
            p2 = c3[u]
            # shared
            if (p0 is None or p0) and (p1 is None or p2 is None or p1 >= p2):
                n1 += 1
                # shared
                # rule 0
                if (not (t3 := s.successor)):
                    h0(i)
            # shared
            q0 = (p0 is None or p0)
            if q0:
                z0 = len(t4) if (t4 := c4[u]) is not None else UNLIMITED
                q0 = 2 <= z0
            if q0 and (p1 is None or p2 is None or p1 >= p2):
                n2 += 1
                # shared
                # rule 1
                z1 = len(t5) if (t5 := c5[u]) is not None else UNLIMITED
                if 2 <= z1:
                    h1(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and (((t6 := c1[u]) is not None and t6) and ((t7 := c2[u]) is not None and (t8 := c3[u]) is not None and t7 >= t8)) and ((not (t9 := s.successor))):
            f0.append(i)
        else:
            u0.append(i)
    for i in r1:
        # rule 1
        s = subjects[i]
        u = s.id
        q2 = (c0[u] in ('live', 'retiring'))
        if q2:
            q1 = ((t10 := c1[u]) is not None and t10)
            if q1:
                a2 = 0
                if (t11 := c4[u]) is not None:
                    for x0 in t11:
                        if x0 is not None:
                            a2 += 1
                q1 = 2 <= a2
            q2 = q1 and ((t12 := c2[u]) is not None and (t13 := c3[u]) is not None and t12 >= t13)
        q3 = q2
        if q3:
            a3 = 0
            if (t14 := c5[u]) is not None:
                for x0 in t14:
                    if x0 is not None:
                        a3 += 1
            q3 = 2 <= a3
        if q3:
            f1.append(i)
        else:
            u1.append(i)
    return [(n1, f0, u0, g0), (n2, f1, u1, g1)]


def judge_cycle_circular_recovery(subjects, columns, scope):
    c0 = columns['asset.state']
    n0 = 0
    r0, f0, u0, g0 = [], [], [], []
    h0 = r0.append
    for i, s in enumerate(subjects):
        # shared
        # shared
        q0 = True
        for x0 in s.members:
            if x0 is not None:
                if not (x0 is None or c0[x0.id] in ('live', 'retiring')):
                    q0 = False
                    break
        if q0:
            n0 += 1
            # shared
            # rule 0
            q1 = False
            for x0 in s.members:
                if x0 is None or x0.environment == 'production':
                    q1 = True
                    break
            if q1:
                h0(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        q2 = True
        for x0 in s.members:
            if not (x0 is not None and c0[x0.id] in ('live', 'retiring')):
                q2 = False
                break
        q4 = (q2)
        if q4:
            q3 = False
            for x0 in s.members:
                if x0 is not None:
                    if x0 is not None and x0.environment == 'production':
                        q3 = True
                        break
            q4 = q3
        if q4:
            f0.append(i)
        else:
            u0.append(i)
    return [(n0, f0, u0, g0)]


def judge_device_single_point_of_failure(subjects, columns, scope):
    c0 = columns['asset.state']
    c1 = columns['asset.sole_support_of']
    n0 = 0
    n1 = 0
    r0, f0, u0, g0 = [], [], [], []
    h0 = r0.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if c0[u] in ('live', 'retiring'):
            n0 += 1
            # shared
            # shared
            if s.environment == 'production':
                n1 += 1
                # shared
                # rule 0
                z0 = len(c1[u])
                if 0 < z0:
                    h0(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        q0 = (c0[u] in ('live', 'retiring')) and (s.environment == 'production')
        if q0:
            a1 = 0
            for x0 in c1[u]:
                if x0 is not None:
                    a1 += 1
            q0 = 0 < a1
        if q0:
            f0.append(i)
        else:
            u0.append(i)
    return [(n1, f0, u0, g0)]


def judge_connection_single_point_of_failure(subjects, columns, scope):
    c0 = columns['asset.state']
    c1 = columns['asset.sole_support_of']
    n0 = 0
    n1 = 0
    r0, f0, u0, g0 = [], [], [], []
    h0 = r0.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if c0[u] in ('live', 'retiring'):
            n0 += 1
            # shared
            # shared
            if s.environment == 'production':
                n1 += 1
                # shared
                # rule 0
                z0 = len(c1[u])
                if 0 < z0:
                    h0(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        q0 = (c0[u] in ('live', 'retiring')) and (s.environment == 'production')
        if q0:
            a1 = 0
            for x0 in c1[u]:
                if x0 is not None:
                    a1 += 1
            q0 = 0 < a1
        if q0:
            f0.append(i)
        else:
            u0.append(i)
    return [(n1, f0, u0, g0)]


def judge_api_single_point_of_failure(subjects, columns, scope):
    c0 = columns['asset.state']
    c1 = columns['asset.sole_support_of']
    n0 = 0
    n1 = 0
    r0, f0, u0, g0 = [], [], [], []
    h0 = r0.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if c0[u] in ('live', 'retiring'):
            n0 += 1
            # shared
            # shared
            if s.environment == 'production':
                n1 += 1
                # shared
                # rule 0
                z0 = len(c1[u])
                if 0 < z0:
                    h0(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        q0 = (c0[u] in ('live', 'retiring')) and (s.environment == 'production')
        if q0:
            a1 = 0
            for x0 in c1[u]:
                if x0 is not None:
                    a1 += 1
            q0 = 0 < a1
        if q0:
            f0.append(i)
        else:
            u0.append(i)
    return [(n1, f0, u0, g0)]


def judge_service_single_site_dependency(subjects, columns, scope):
    c0 = columns['asset.state']
    c1 = columns['service.single_sites']
    n0 = 0
    n1 = 0
    r0, f0, u0, g0 = [], [], [], []
    h0 = r0.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if c0[u] in ('live', 'retiring'):
            n0 += 1
            # shared
            # shared
            if (s.environment == 'production') and ((t0 := s.criticality) is None or t0 == 'critical'):
                n1 += 1
                # shared
                # rule 0
                z0 = len(c1[u])
                if 0 < z0:
                    h0(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        q0 = (c0[u] in ('live', 'retiring')) and ((s.environment == 'production') and ((t1 := s.criticality) is not None and t1 == 'critical'))
        if q0:
            a1 = 0
            for x0 in c1[u]:
                if x0 is not None:
                    a1 += 1
            q0 = 0 < a1
        if q0:
            f0.append(i)
        else:
            u0.append(i)
    return [(n1, f0, u0, g0)]


def judge_site_single_link_site(subjects, columns, scope):
    c0 = columns['asset.state']
    c1 = columns['site.servers_there']
    c2 = columns['site.lines']
    n0 = 0
    n1 = 0
    r0, f0, u0, g0 = [], [], [], []
    h0 = r0.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if c0[u] in ('live', 'retiring'):
            n0 += 1
            # shared
            # shared
            if s.environment == 'production':
                n1 += 1
                # shared
                # rule 0
                z0 = len(c1[u])
                q0 = (0 < z0)
                if q0:
                    a1 = 0
                    z1 = 0
                    for x0 in c2[u]:
                        z1 += 1
                        if x0 is not None:
                            a1 += 1
                    q0 = not (z1 < 1 or 1 < a1)
                if q0:
                    h0(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        q2 = (c0[u] in ('live', 'retiring')) and (s.environment == 'production')
        if q2:
            a2 = 0
            for x0 in c1[u]:
                if x0 is not None:
                    a2 += 1
            q1 = (0 < a2)
            if q1:
                a3 = 0
                z3 = 0
                for x0 in c2[u]:
                    z3 += 1
                    if x0 is not None:
                        a3 += 1
                q1 = a3 == z3 == 1 == 1
            q2 = q1
        if q2:
            f0.append(i)
        else:
            u0.append(i)
    return [(n1, f0, u0, g0)]


def judge_dependency_recovery_time_inversion(subjects, columns, scope):
    c0 = columns['asset.state']
    c1 = columns['dependency.back_in']
    c2 = columns['dependency.least_back_in']
    c3 = columns['dependency.loses']
    c4 = columns['dependency.least_loss']
    n0 = 0
    r0, f0, u0, g0 = [], [], [], []
    r1, f1, u1, g1 = [], [], [], []
    h0 = r0.append
    h1 = r1.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if (s.strength == 'hard') and (s.source.kind in ('application', 'server')) and (s.source.environment == 'production') and (c0[s.source.id] in ('live', 'retiring')):
            n0 += 1
            # shared
            # rule 0
            if ((t0 := c1[u]) is None or (t1 := s.due_in) is None or t0 > t1) or ((t2 := s.due_in) is None or c2[u] > t2):
                h0(i)
            # rule 1
            if ((t3 := c3[u]) is None or (t4 := s.may_lose) is None or t3 > t4) or ((t5 := s.may_lose) is None or c4[u] > t5):
                h1(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        if ((s.strength == 'hard') and (s.source.kind in ('application', 'server')) and (s.source.environment == 'production') and (c0[s.source.id] in ('live', 'retiring'))) and (((t6 := c1[u]) is not None and (t7 := s.due_in) is not None and t6 > t7) or ((t8 := s.due_in) is not None and c2[u] > t8)):
            f0.append(i)
        else:
            u0.append(i)
    for i in r1:
        # rule 1
        s = subjects[i]
        u = s.id
        if ((s.strength == 'hard') and (s.source.kind in ('application', 'server')) and (s.source.environment == 'production') and (c0[s.source.id] in ('live', 'retiring'))) and (((t9 := c3[u]) is not None and (t10 := s.may_lose) is not None and t9 > t10) or ((t11 := s.may_lose) is not None and c4[u] > t11)):
            f1.append(i)
        else:
            u1.append(i)
    return [(n0, f0, u0, g0), (n0, f1, u1, g1)]


def judge_application_intolerable_recovery_time(subjects, columns, scope):
    c0 = columns['asset.state']
    c1 = columns['asset.effective_rto']
    c2 = columns['asset.least_rto']
    k0 = scope['today']
    k1 = Term(12, 0)
    k2 = subtract_term(k0, k1)
    c3 = columns['asset.critical_services']
    c4 = columns['asset.holds_data']
    c5 = columns['asset.backups']
    c6 = columns['asset.backed_up_apart']
    n0 = 0
    n1 = 0
    n2 = 0
    n3 = 0
    n4 = 0
    r0, f0, u0, g0 = [], [], [], []
    r1, f1, u1, g1 = [], [], [], []
    r2, f2, u2, g2 = [], [], [], []
    r3, f3, u3, g3 = [], [], [], []
    r4, f4, u4, g4 = [], [], [], []
    h0 = r0.append
    h1 = r1.append
    h2 = r2.append
    h3 = r3.append
    h4 = r4.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if c0[u] in ('live', 'retiring'):
            n0 += 1
            # shared
            p0 = s.environment
            # shared
            if p0 == 'production':
                n1 += 1
                # shared
                p1 = s.recovery
                # rule 0
                if ((t1 := c1[u]) is None or p1 is None or (t2 := p1.mtpd) is None or t1 > t2) or (p1 is None or (t3 := p1.mtpd) is None or c2[u] > t3):
                    h0(i)
                # rule 2
                if p1 is None or (t4 := p1.tested) is None or t4 < k2:
                    h2(i)
            # shared
            q0 = (p0 == 'production')
            if q0:
                z0 = len(c3[u])
                q0 = 0 < z0
            if q0:
                n2 += 1
                # shared
                # rule 1
                if (((t5 := s.recovery) is None)) or (((t6 := s.recovery) is None or ((t7 := t6.rto) is None or t7 == UNLIMITED_DURATION)) and ((t8 := s.recovery) is None or ((t9 := t8.rpo) is None or t9 == UNLIMITED_DURATION))):
                    h1(i)
            # shared
            if (p0 == 'production') and ((t10 := c4[u]) is None or t10):
                n3 += 1
                # shared
                # rule 3
                a1 = 0
                z1 = 0
                for x0 in c5[u]:
                    z1 += 1
                    if x0 is not None:
                        a1 += 1
                if not (z1 < 0 or 0 < a1):
                    h3(i)
            # shared
            if (p0 == 'production') and (not ((not (t11 := s.backs_up_to)))):
                n4 += 1
                # shared
                # rule 4
                if not ((t12 := c6[u]) is not None and t12):
                    h4(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and (s.environment == 'production') and (((t13 := c1[u]) is not None and (t14 := s.recovery) is not None and (t15 := t14.mtpd) is not None and t13 > t15) or ((t16 := s.recovery) is not None and (t17 := t16.mtpd) is not None and c2[u] > t17)):
            f0.append(i)
        else:
            u0.append(i)
    for i in r1:
        # rule 1
        s = subjects[i]
        u = s.id
        q2 = (c0[u] in ('live', 'retiring'))
        if q2:
            q1 = (s.environment == 'production')
            if q1:
                a2 = 0
                for x0 in c3[u]:
                    if x0 is not None:
                        a2 += 1
                q1 = 0 < a2
            q2 = q1
        if q2 and ((((t18 := s.recovery) is None)) or (((t19 := s.recovery) is not None and ((t20 := t19.rto) is None or t20 == UNLIMITED_DURATION)) and ((t21 := s.recovery) is not None and ((t22 := t21.rpo) is None or t22 == UNLIMITED_DURATION)))):
            f1.append(i)
        else:
            u1.append(i)
    for i in r2:
        # rule 2
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and (s.environment == 'production') and ((t23 := s.recovery) is not None and (t24 := t23.tested) is not None and t24 < k2):
            f2.append(i)
        else:
            u2.append(i)
    for i in r3:
        # rule 3
        s = subjects[i]
        u = s.id
        q3 = (c0[u] in ('live', 'retiring')) and ((s.environment == 'production') and ((t25 := c4[u]) is not None and t25))
        if q3:
            a3 = 0
            z3 = 0
            for x0 in c5[u]:
                z3 += 1
                if x0 is not None:
                    a3 += 1
            q3 = a3 == z3 == 0 == 0
        if q3:
            f3.append(i)
        else:
            u3.append(i)
    for i in r4:
        # rule 4
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and ((s.environment == 'production') and (not ((not (t26 := s.backs_up_to) or hollow(t26))))) and (not ((t27 := c6[u]) is None or t27)):
            f4.append(i)
        else:
            u4.append(i)
    return [(n1, f0, u0, g0), (n2, f1, u1, g1), (n1, f2, u2, g2), (n3, f3, u3, g3), (n4, f4, u4, g4)]


def judge_server_intolerable_recovery_time(subjects, columns, scope):
    c0 = columns['asset.state']
    c1 = columns['asset.effective_rto']
    c2 = columns['asset.least_rto']
    k0 = scope['today']
    k1 = Term(12, 0)
    k2 = subtract_term(k0, k1)
    c3 = columns['asset.sole_support_of']
    c4 = columns['asset.critical_services']
    c5 = columns['asset.holds_data']
    c6 = columns['asset.backups']
    c7 = columns['asset.backed_up_apart']
    n0 = 0
    n1 = 0
    n2 = 0
    n3 = 0
    n4 = 0
    r0, f0, u0, g0 = [], [], [], []
    r1, f1, u1, g1 = [], [], [], []
    r2, f2, u2, g2 = [], [], [], []
    r3, f3, u3, g3 = [], [], [], []
    r4, f4, u4, g4 = [], [], [], []
    r5, f5, u5, g5 = [], [], [], []
    h0 = r0.append
    h1 = r1.append
    h2 = r2.append
    h3 = r3.append
    h4 = r4.append
    h5 = r5.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if c0[u] in ('live', 'retiring'):
            n0 += 1
            # shared
            p0 = s.environment
            # shared
            if p0 == 'production':
                n1 += 1
                # shared
                p1 = s.recovery
                # rule 0
                if ((t1 := c1[u]) is None or p1 is None or (t2 := p1.mtpd) is None or t1 > t2) or (p1 is None or (t3 := p1.mtpd) is None or c2[u] > t3):
                    h0(i)
                # rule 2
                if p1 is None or (t4 := p1.tested) is None or t4 < k2:
                    h2(i)
                # rule 3
                z0 = len(c3[u])
                if 0 < z0:
                    h3(i)
            # shared
            q0 = (p0 == 'production')
            if q0:
                z1 = len(c4[u])
                q0 = 0 < z1
            if q0:
                n2 += 1
                # shared
                # rule 1
                if (((t5 := s.recovery) is None)) or (((t6 := s.recovery) is None or ((t7 := t6.rto) is None or t7 == UNLIMITED_DURATION)) and ((t8 := s.recovery) is None or ((t9 := t8.rpo) is None or t9 == UNLIMITED_DURATION))):
                    h1(i)
            # shared
            if (p0 == 'production') and ((t10 := c5[u]) is None or t10):
                n3 += 1
                # shared
                # rule 4
                a2 = 0
                z2 = 0
                for x0 in c6[u]:
                    z2 += 1
                    if x0 is not None:
                        a2 += 1
                if not (z2 < 0 or 0 < a2):
                    h4(i)
            # shared
            if (p0 == 'production') and (not ((not (t11 := s.backs_up_to)))):
                n4 += 1
                # shared
                # rule 5
                if not ((t12 := c7[u]) is not None and t12):
                    h5(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and (s.environment == 'production') and (((t13 := c1[u]) is not None and (t14 := s.recovery) is not None and (t15 := t14.mtpd) is not None and t13 > t15) or ((t16 := s.recovery) is not None and (t17 := t16.mtpd) is not None and c2[u] > t17)):
            f0.append(i)
        else:
            u0.append(i)
    for i in r1:
        # rule 1
        s = subjects[i]
        u = s.id
        q2 = (c0[u] in ('live', 'retiring'))
        if q2:
            q1 = (s.environment == 'production')
            if q1:
                a3 = 0
                for x0 in c4[u]:
                    if x0 is not None:
                        a3 += 1
                q1 = 0 < a3
            q2 = q1
        if q2 and ((((t18 := s.recovery) is None)) or (((t19 := s.recovery) is not None and ((t20 := t19.rto) is None or t20 == UNLIMITED_DURATION)) and ((t21 := s.recovery) is not None and ((t22 := t21.rpo) is None or t22 == UNLIMITED_DURATION)))):
            f1.append(i)
        else:
            u1.append(i)
    for i in r2:
        # rule 2
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and (s.environment == 'production') and ((t23 := s.recovery) is not None and (t24 := t23.tested) is not None and t24 < k2):
            f2.append(i)
        else:
            u2.append(i)
    for i in r3:
        # rule 3
        s = subjects[i]
        u = s.id
        q3 = (c0[u] in ('live', 'retiring')) and (s.environment == 'production')
        if q3:
            a4 = 0
            for x0 in c3[u]:
                if x0 is not None:
                    a4 += 1
            q3 = 0 < a4
        if q3:
            f3.append(i)
        else:
            u3.append(i)
    for i in r4:
        # rule 4
        s = subjects[i]
        u = s.id
        q4 = (c0[u] in ('live', 'retiring')) and ((s.environment == 'production') and ((t25 := c5[u]) is not None and t25))
        if q4:
            a5 = 0
            z5 = 0
            for x0 in c6[u]:
                z5 += 1
                if x0 is not None:
                    a5 += 1
            q4 = a5 == z5 == 0 == 0
        if q4:
            f4.append(i)
        else:
            u4.append(i)
    for i in r5:
        # rule 5
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and ((s.environment == 'production') and (not ((not (t26 := s.backs_up_to) or hollow(t26))))) and (not ((t27 := c7[u]) is None or t27)):
            f5.append(i)
        else:
            u5.append(i)
    return [(n1, f0, u0, g0), (n2, f1, u1, g1), (n1, f2, u2, g2), (n1, f3, u3, g3), (n3, f4, u4, g4), (n4, f5, u5, g5)]


def judge_connection_closing_site_in_use(subjects, columns, scope):
    c0 = columns['asset.state']
    c1 = columns['asset.planned_end']
    c2 = columns['asset.closing_sites']
    n0 = 0
    r0, f0, u0, g0 = [], [], [], []
    h0 = r0.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if c0[u] in ('live', 'retiring'):
            n0 += 1
            # shared
            # rule 0
            q0 = True
            if (t1 := c2[u]) is not None:
                q0 = False
                for x0 in t1:
                    if (t0 := c1[u]) is None or x0 is None or t0 > x0.closes:
                        q0 = True
                        break
            if q0:
                h0(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        q2 = (c0[u] in ('live', 'retiring'))
        if q2:
            q1 = False
            if (t3 := c2[u]) is not None:
                q1 = False
                for x0 in t3:
                    if x0 is not None:
                        if (t2 := c1[u]) is not None and x0 is not None and t2 > x0.closes:
                            q1 = True
                            break
            q2 = q1
        if q2:
            f0.append(i)
        else:
            u0.append(i)
    return [(n0, f0, u0, g0)]


def judge_server_closing_site_in_use(subjects, columns, scope):
    c0 = columns['asset.state']
    c1 = columns['asset.planned_end']
    c2 = columns['asset.closing_sites']
    c3 = columns['asset.own_hardware']
    k0 = scope['today']
    k1 = scope['policy'].horizons
    k2 = element(k1, 2)
    k3 = add_term(k0, k2) if k2 is not None else None
    c4 = columns['asset.needed_at_renewal']
    c5 = columns['asset.physical']
    n0 = 0
    n1 = 0
    n2 = 0
    r0, f0, u0, g0 = [], [], [], []
    r1, f1, u1, g1 = [], [], [], []
    r2, f2, u2, g2 = [], [], [], []
    h0 = r0.append
    h1 = r1.append
    h2 = r2.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if c0[u] in ('live', 'retiring'):
            n0 += 1
            # shared
            # rule 0
            q0 = True
            if (t1 := c2[u]) is not None:
                q0 = False
                for x0 in t1:
                    if (t0 := c1[u]) is None or x0 is None or t0 > x0.closes:
                        q0 = True
                        break
            if q0:
                h0(i)
            # shared
            if (((t2 := c3[u]) is None or t2) or (not (((t3 := s.renewal) is None or t3 == NEVER)))) and ((t4 := s.renewal) is None or t4 >= k0) and ((t5 := s.renewal) is None or k3 is None or t5 <= k3):
                n1 += 1
                # shared
                # rule 1
                q1 = ((t7 := c1[u]) is None or (t8 := s.renewal) is None or t7 >= t8)
                if q1:
                    a0 = 0
                    z0 = 0
                    for x0 in c4[u]:
                        z0 += 1
                        if x0 is not None:
                            a0 += 1
                    q1 = not (z0 < 0 or 0 < a0)
                if q1:
                    h1(i)
            # shared
            if (t9 := c5[u]) is None or t9:
                n2 += 1
                # shared
                # rule 2
                if (not (t10 := s.located_at) or hollow(t10)):
                    h2(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        q3 = (c0[u] in ('live', 'retiring'))
        if q3:
            q2 = False
            if (t12 := c2[u]) is not None:
                q2 = False
                for x0 in t12:
                    if x0 is not None:
                        if (t11 := c1[u]) is not None and x0 is not None and t11 > x0.closes:
                            q2 = True
                            break
            q3 = q2
        if q3:
            f0.append(i)
        else:
            u0.append(i)
    for i in r1:
        # rule 1
        s = subjects[i]
        u = s.id
        q5 = (c0[u] in ('live', 'retiring')) and ((((t13 := c3[u]) is not None and t13) or (not (((t14 := s.renewal) is None or t14 == NEVER)))) and ((t15 := s.renewal) is not None and t15 >= k0) and ((t16 := s.renewal) is not None and k3 is not None and t16 <= k3))
        if q5:
            q4 = ((t18 := c1[u]) is not None and (t19 := s.renewal) is not None and t18 >= t19)
            if q4:
                a1 = 0
                z1 = 0
                for x0 in c4[u]:
                    z1 += 1
                    if x0 is not None:
                        a1 += 1
                q4 = a1 == z1 == 0 == 0
            q5 = q4
        if q5:
            f1.append(i)
        else:
            u1.append(i)
    for i in r2:
        # rule 2
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and ((t20 := c5[u]) is not None and t20) and ((not (t21 := s.located_at))):
            f2.append(i)
        else:
            u2.append(i)
    return [(n0, f0, u0, g0), (n1, f1, u1, g1), (n2, f2, u2, g2)]


def judge_device_closing_site_in_use(subjects, columns, scope):
    c0 = columns['asset.state']
    c1 = columns['asset.planned_end']
    c2 = columns['asset.closing_sites']
    c3 = columns['asset.own_hardware']
    k0 = scope['today']
    k1 = scope['policy'].horizons
    k2 = element(k1, 2)
    k3 = add_term(k0, k2) if k2 is not None else None
    c4 = columns['asset.needed_at_renewal']
    c5 = columns['asset.physical']
    n0 = 0
    n1 = 0
    n2 = 0
    r0, f0, u0, g0 = [], [], [], []
    r1, f1, u1, g1 = [], [], [], []
    r2, f2, u2, g2 = [], [], [], []
    h0 = r0.append
    h1 = r1.append
    h2 = r2.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if c0[u] in ('live', 'retiring'):
            n0 += 1
            # shared
            # rule 0
            q0 = True
            if (t1 := c2[u]) is not None:
                q0 = False
                for x0 in t1:
                    if (t0 := c1[u]) is None or x0 is None or t0 > x0.closes:
                        q0 = True
                        break
            if q0:
                h0(i)
            # shared
            if (((t2 := c3[u]) is None or t2) or (not (((t3 := s.renewal) is None or t3 == NEVER)))) and ((t4 := s.renewal) is None or t4 >= k0) and ((t5 := s.renewal) is None or k3 is None or t5 <= k3):
                n1 += 1
                # shared
                # rule 1
                q1 = ((t7 := c1[u]) is None or (t8 := s.renewal) is None or t7 >= t8)
                if q1:
                    a0 = 0
                    z0 = 0
                    for x0 in c4[u]:
                        z0 += 1
                        if x0 is not None:
                            a0 += 1
                    q1 = not (z0 < 0 or 0 < a0)
                if q1:
                    h1(i)
            # shared
            if (t9 := c5[u]) is None or t9:
                n2 += 1
                # shared
                # rule 2
                if (not (t10 := s.located_at) or hollow(t10)):
                    h2(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        q3 = (c0[u] in ('live', 'retiring'))
        if q3:
            q2 = False
            if (t12 := c2[u]) is not None:
                q2 = False
                for x0 in t12:
                    if x0 is not None:
                        if (t11 := c1[u]) is not None and x0 is not None and t11 > x0.closes:
                            q2 = True
                            break
            q3 = q2
        if q3:
            f0.append(i)
        else:
            u0.append(i)
    for i in r1:
        # rule 1
        s = subjects[i]
        u = s.id
        q5 = (c0[u] in ('live', 'retiring')) and ((((t13 := c3[u]) is not None and t13) or (not (((t14 := s.renewal) is None or t14 == NEVER)))) and ((t15 := s.renewal) is not None and t15 >= k0) and ((t16 := s.renewal) is not None and k3 is not None and t16 <= k3))
        if q5:
            q4 = ((t18 := c1[u]) is not None and (t19 := s.renewal) is not None and t18 >= t19)
            if q4:
                a1 = 0
                z1 = 0
                for x0 in c4[u]:
                    z1 += 1
                    if x0 is not None:
                        a1 += 1
                q4 = a1 == z1 == 0 == 0
            q5 = q4
        if q5:
            f1.append(i)
        else:
            u1.append(i)
    for i in r2:
        # rule 2
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and ((t20 := c5[u]) is not None and t20) and ((not (t21 := s.located_at))):
            f2.append(i)
        else:
            u2.append(i)
    return [(n0, f0, u0, g0), (n1, f1, u1, g1), (n2, f2, u2, g2)]


def judge_exception_incomplete_acceptance(subjects, columns, scope):
    c0 = columns['exception.standing']
    c1 = columns['exception.lapsed']
    c2 = columns['exception.ending_together']
    c3 = columns['exception.missing_parts']
    c4 = columns['exception.latest_expiry']
    c5 = columns['exception.needs_plan']
    c6 = columns['exception.role_held']
    c7 = columns['exception.missing_organisations']
    c8 = columns['exception.last_day']
    k0 = scope['today']
    c9 = columns['exception.subjects_live']
    c10 = columns['exception.signature_faults']
    c11 = columns['exception.review_due']
    c12 = columns['exception.changed_facts']
    c13 = columns['exception.self_approved_by']
    c14 = columns['exception.contradictions']
    c15 = columns['exception.residual_score']
    k1 = scope['policy'].acceptance.appetite
    c16 = columns['exception.ceiling']
    c17 = columns['exception.unsigned_by']
    c18 = columns['exception.renewals']
    c19 = columns['exception.slip']
    c20 = columns['exception.plan_in_time']
    c21 = columns['exception.projects']
    c22 = columns['exception.plan_funded']
    c23 = columns['exception.state']
    n0 = 0
    n1 = 0
    n2 = 0
    n3 = 0
    n4 = 0
    r0, f0, u0, g0 = [], [], [], []
    r1, f1, u1, g1 = [], [], [], []
    r2, f2, u2, g2 = [], [], [], []
    r3, f3, u3, g3 = [], [], [], []
    r4, f4, u4, g4 = [], [], [], []
    r5, f5, u5, g5 = [], [], [], []
    r6, f6, u6, g6 = [], [], [], []
    r7, f7, u7, g7 = [], [], [], []
    r8, f8, u8, g8 = [], [], [], []
    r9, f9, u9, g9 = [], [], [], []
    r10, f10, u10, g10 = [], [], [], []
    r11, f11, u11, g11 = [], [], [], []
    r12, f12, u12, g12 = [], [], [], []
    r13, f13, u13, g13 = [], [], [], []
    r14, f14, u14, g14 = [], [], [], []
    r15, f15, u15, g15 = [], [], [], []
    r16, f16, u16, g16 = [], [], [], []
    r17, f17, u17, g17 = [], [], [], []
    h0 = r0.append
    h1 = r1.append
    h2 = r2.append
    h3 = r3.append
    h4 = r4.append
    h5 = r5.append
    h6 = r6.append
    h7 = r7.append
    h8 = r8.append
    h9 = r9.append
    h10 = r10.append
    h11 = r11.append
    h12 = r12.append
    h13 = r13.append
    h14 = r14.append
    h15 = r15.append
    h16 = r16.append
    h17 = r17.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        p0 = c0[u]
        p1 = c1[u]
        # rule 16
        z0 = len(c2[u])
        if 5 <= z0:
            h16(i)
        # shared
        if p0:
            n0 += 1
            # shared
            # rule 0
            z1 = len(c3[u])
            if 0 < z1:
                h0(i)
            # rule 1
            if (((t0 := c4[u]) is None or t0 == NEVER)) or ((c5[u]) and ((((t1 := s.plan) is None)) or ((t2 := s.plan) is None or ((t3 := t2.target) is None or t3 == NEVER)) or ((t4 := s.plan) is None or (t5 := t4.action) is None or t5 in ('fix', 'none')) or ((t6 := s.treatment) is None or t6 == 'tolerate'))):
                h1(i)
            # rule 2
            if not ((t7 := c6[u]) is not None and t7):
                h2(i)
            # rule 3
            z2 = len(t8) if (t8 := c7[u]) is not None else UNLIMITED
            if 0 < z2:
                h3(i)
            # rule 4
            if ((t9 := c8[u]) is None or t9 < k0) and ((t10 := c9[u]) is None or t10):
                h4(i)
            # rule 6
            z3 = len(c10[u])
            if 0 < z3:
                h6(i)
        # shared
        if (p0) and (not (p1)):
            n1 += 1
            # shared
            # rule 5
            if (t11 := c11[u]) is None or t11 < k0:
                h5(i)
            # rule 7
            z4 = len(t12) if (t12 := c12[u]) is not None else UNLIMITED
            if 0 < z4:
                h7(i)
            # rule 8
            z5 = len(t13) if (t13 := c13[u]) is not None else UNLIMITED
            if 0 < z5:
                h8(i)
            # rule 9
            z6 = len(t14) if (t14 := c14[u]) is not None else UNLIMITED
            if 0 < z6:
                h9(i)
            # rule 10
            if (t15 := c15[u]) is None or t15 > k1:
                h10(i)
            # rule 11
            if (t16 := c8[u]) is None or (t17 := c16[u]) is None or t16 > t17:
                h11(i)
            # rule 12
            z7 = len(c17[u])
            if 0 < z7:
                h12(i)
            # rule 13
            if (c18[u] >= 2) or (c19[u] > 365):
                h13(i)
        # shared
        if (p0) and (not (p1)) and (c5[u]):
            n2 += 1
            # shared
            # rule 14
            if not ((t18 := c20[u]) is not None and t18):
                h14(i)
        # shared
        q0 = (p0) and (not (p1))
        if q0:
            z8 = len(c21[u])
            q0 = 0 < z8
        if q0:
            n3 += 1
            # shared
            # rule 15
            if not ((t19 := c22[u]) is not None and t19):
                h15(i)
        # shared
        if (p0) and (c23[u] != 'pending'):
            n4 += 1
            # shared
            # rule 17
            if not ((t20 := c9[u]) is not None and t20):
                h17(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        q1 = (c0[u])
        if q1:
            a9 = 0
            for x0 in c3[u]:
                if x0 is not None:
                    a9 += 1
            q1 = 0 < a9
        if q1:
            f0.append(i)
        else:
            u0.append(i)
    for i in r1:
        # rule 1
        s = subjects[i]
        u = s.id
        if (c0[u]) and ((((t21 := c4[u]) is None or t21 == NEVER)) or ((c5[u]) and ((((t22 := s.plan) is None)) or ((t23 := s.plan) is not None and ((t24 := t23.target) is None or t24 == NEVER)) or ((t25 := s.plan) is not None and (t26 := t25.action) is not None and t26 in ('fix', 'none')) or ((t27 := s.treatment) is not None and t27 == 'tolerate')))):
            f1.append(i)
        else:
            u1.append(i)
    for i in r2:
        # rule 2
        s = subjects[i]
        u = s.id
        if (c0[u]) and (not ((t28 := c6[u]) is None or t28)):
            f2.append(i)
        else:
            u2.append(i)
    for i in r3:
        # rule 3
        s = subjects[i]
        u = s.id
        q2 = (c0[u])
        if q2:
            a10 = 0
            if (t29 := c7[u]) is not None:
                for x0 in t29:
                    if x0 is not None:
                        a10 += 1
            q2 = 0 < a10
        if q2:
            f3.append(i)
        else:
            u3.append(i)
    for i in r4:
        # rule 4
        s = subjects[i]
        u = s.id
        if (c0[u]) and (((t30 := c8[u]) is not None and t30 < k0) and ((t31 := c9[u]) is not None and t31)):
            f4.append(i)
        else:
            u4.append(i)
    for i in r5:
        # rule 5
        s = subjects[i]
        u = s.id
        if ((c0[u]) and (not (c1[u]))) and ((t32 := c11[u]) is not None and t32 < k0):
            f5.append(i)
        else:
            u5.append(i)
    for i in r6:
        # rule 6
        s = subjects[i]
        u = s.id
        q3 = (c0[u])
        if q3:
            a11 = 0
            for x0 in c10[u]:
                if x0 is not None:
                    a11 += 1
            q3 = 0 < a11
        if q3:
            f6.append(i)
        else:
            u6.append(i)
    for i in r7:
        # rule 7
        s = subjects[i]
        u = s.id
        q4 = ((c0[u]) and (not (c1[u])))
        if q4:
            a12 = 0
            if (t33 := c12[u]) is not None:
                for x0 in t33:
                    if x0 is not None:
                        a12 += 1
            q4 = 0 < a12
        if q4:
            f7.append(i)
        else:
            u7.append(i)
    for i in r8:
        # rule 8
        s = subjects[i]
        u = s.id
        q5 = ((c0[u]) and (not (c1[u])))
        if q5:
            a13 = 0
            if (t34 := c13[u]) is not None:
                for x0 in t34:
                    if x0 is not None:
                        a13 += 1
            q5 = 0 < a13
        if q5:
            f8.append(i)
        else:
            u8.append(i)
    for i in r9:
        # rule 9
        s = subjects[i]
        u = s.id
        q6 = ((c0[u]) and (not (c1[u])))
        if q6:
            a14 = 0
            if (t35 := c14[u]) is not None:
                for x0 in t35:
                    if x0 is not None:
                        a14 += 1
            q6 = 0 < a14
        if q6:
            f9.append(i)
        else:
            u9.append(i)
    for i in r10:
        # rule 10
        s = subjects[i]
        u = s.id
        if ((c0[u]) and (not (c1[u]))) and ((t36 := c15[u]) is not None and t36 > k1):
            f10.append(i)
        else:
            u10.append(i)
    for i in r11:
        # rule 11
        s = subjects[i]
        u = s.id
        if ((c0[u]) and (not (c1[u]))) and ((t37 := c8[u]) is not None and (t38 := c16[u]) is not None and t37 > t38):
            f11.append(i)
        else:
            u11.append(i)
    for i in r12:
        # rule 12
        s = subjects[i]
        u = s.id
        q7 = ((c0[u]) and (not (c1[u])))
        if q7:
            a15 = 0
            for x0 in c17[u]:
                if x0 is not None:
                    a15 += 1
            q7 = 0 < a15
        if q7:
            f12.append(i)
        else:
            u12.append(i)
    for i in r13:
        # rule 13
        s = subjects[i]
        u = s.id
        if ((c0[u]) and (not (c1[u]))) and ((c18[u] >= 2) or (c19[u] > 365)):
            f13.append(i)
        else:
            u13.append(i)
    for i in r14:
        # rule 14
        s = subjects[i]
        u = s.id
        if ((c0[u]) and (not (c1[u])) and (c5[u])) and (not ((t39 := c20[u]) is None or t39)):
            f14.append(i)
        else:
            u14.append(i)
    for i in r15:
        # rule 15
        s = subjects[i]
        u = s.id
        q8 = (c0[u]) and (not (c1[u]))
        if q8:
            a16 = 0
            for x0 in c21[u]:
                if x0 is not None:
                    a16 += 1
            q8 = 0 < a16
        if (q8) and (not ((t40 := c22[u]) is None or t40)):
            f15.append(i)
        else:
            u15.append(i)
    for i in r16:
        # rule 16
        s = subjects[i]
        u = s.id
        a17 = 0
        for x0 in c2[u]:
            if x0 is not None:
                a17 += 1
        if 5 <= a17:
            f16.append(i)
        else:
            u16.append(i)
    for i in r17:
        # rule 17
        s = subjects[i]
        u = s.id
        if ((c0[u]) and (c23[u] != 'pending')) and (not ((t41 := c9[u]) is None or t41)):
            f17.append(i)
        else:
            u17.append(i)
    return [(n0, f0, u0, g0), (n0, f1, u1, g1), (n0, f2, u2, g2), (n0, f3, u3, g3), (n0, f4, u4, g4), (n1, f5, u5, g5), (n0, f6, u6, g6), (n1, f7, u7, g7), (n1, f8, u8, g8), (n1, f9, u9, g9), (n1, f10, u10, g10), (n1, f11, u11, g11), (n1, f12, u12, g12), (n1, f13, u13, g13), (n2, f14, u14, g14), (n3, f15, u15, g15), (len(subjects), f16, u16, g16), (n4, f17, u17, g17)]


def judge_exception_acceptance_lapsing_at_vesting(subjects, columns, scope):
    c0 = columns['exception.standing']
    c1 = columns['exception.lapsed']
    c2 = columns['exception.reorganises']
    c3 = columns['exception.last_day']
    c4 = columns['exception.vesting']
    n0 = 0
    r0, f0, u0, g0 = [], [], [], []
    h0 = r0.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if (c0[u]) and (not (c1[u])) and ((t0 := c2[u]) is None or t0):
            n0 += 1
            # shared
            # rule 0
            if (t1 := c3[u]) is None or (t2 := c4[u]) is None or t1 >= t2:
                h0(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        if ((c0[u]) and (not (c1[u])) and ((t3 := c2[u]) is not None and t3)) and ((t4 := c3[u]) is not None and (t5 := c4[u]) is not None and t4 >= t5):
            f0.append(i)
        else:
            u0.append(i)
    return [(n0, f0, u0, g0)]


PROGRAMS: dict[Part, tuple[tuple[str, ...], Judge]] = {
    ('application', 'legacy-system'): (('asset.state', 'asset.legacy_causes', 'asset.legacy_likelihoods', 'asset.legacy_score', 'asset.funded_plan', 'asset.contradictions'), judge_application_legacy_system),
    ('server', 'legacy-system'): (('asset.state', 'asset.legacy_causes', 'asset.legacy_likelihoods', 'asset.legacy_score', 'asset.funded_plan', 'asset.contradictions'), judge_server_legacy_system),
    ('installation', 'unlicensed-software'): (('asset.state', 'installation.product_licensed', 'installation.licensed'), judge_installation_unlicensed_software),
    ('licence', 'expired-licence'): (('asset.state', 'licence.uses', 'licence.surplus_at_most', 'licence.surplus', 'licence.unused_share'), judge_licence_expired_licence),
    ('contract', 'missed-notice'): (('asset.state', 'contract.notice_by', 'contract.needed_until', 'contract.current_end', 'contract.renewed_end', 'contract.replaced', 'contract.unpublished_fields'), judge_contract_missed_notice),
    ('duplication', 'duplicate-system'): ((), judge_duplication_duplicate_system),
    ('product', 'version-sprawl'): (('product.versions_in_use',), judge_product_version_sprawl),
    ('asset', 'retired-but-needed'): (('asset.state', 'asset.needed_by', 'asset.funded_by'), judge_asset_retired_but_needed),
    ('server', 'orphaned-asset'): (('asset.state', 'asset.needed_by', 'asset.ready_for', 'asset.serves_people'), judge_server_orphaned_asset),
    ('device', 'orphaned-asset'): (('asset.state', 'asset.needed_by', 'asset.ready_for', 'asset.serves_people'), judge_device_orphaned_asset),
    ('api', 'orphaned-asset'): (('asset.state', 'asset.needed_by', 'asset.ready_for', 'asset.serves_people'), judge_api_orphaned_asset),
    ('application', 'probable-duplicate-record'): (('asset.state', 'application.probable_twins', 'asset.needed_by', 'asset.ready_for', 'asset.serves_people'), judge_application_probable_duplicate_record),
    ('connection', 'switched-telephony'): (('asset.state',), judge_connection_switched_telephony),
    ('product', 'supplier-withdrawal'): (('product.withdrawal_announced',), judge_product_supplier_withdrawal),
    ('installation', 'unsupported-software'): (('asset.state', 'installation.software_as_a_service', 'installation.planned_end', 'installation.reachable_from_internet'), judge_installation_unsupported_software),
    ('api', 'inherited-unsupported-software'): (('asset.state', 'asset.stands_on_unsupported', 'asset.own_support_ends', 'asset.locked_to'), judge_api_inherited_unsupported_software),
    ('server', 'unsupported-hardware'): (('asset.state', 'asset.own_support_ends', 'asset.locked_to', 'asset.own_hardware'), judge_server_unsupported_hardware),
    ('device', 'unsupported-hardware'): (('asset.state', 'asset.own_support_ends', 'asset.locked_to', 'asset.own_hardware'), judge_device_unsupported_hardware),
    ('application', 'inherited-unsupported-software'): (('asset.state', 'asset.stands_on_unsupported', 'asset.own_support_ends', 'asset.locked_to', 'contract.in_force', 'asset.contracts'), judge_application_inherited_unsupported_software),
    ('benefit', 'unrealised-benefit'): ((), judge_benefit_unrealised_benefit),
    ('estate', 'stale-catalogue'): ((), judge_estate_stale_catalogue),
    ('application', 'missing-owner'): (('asset.state',), judge_application_missing_owner),
    ('service', 'missing-owner'): (('asset.state',), judge_service_missing_owner),
    ('api', 'missing-owner'): (('asset.state',), judge_api_missing_owner),
    ('dataset', 'missing-owner'): (('asset.state',), judge_dataset_missing_owner),
    ('project', 'untested-business-case'): (('project.collisions',), judge_project_untested_business_case),
    ('milestone', 'overdue-milestone'): (('milestone.heard',), judge_milestone_overdue_milestone),
    ('change', 'inapplicable-change'): (('change.obstacles',), judge_change_inapplicable_change),
    ('server', 'stale-record'): (('asset.state',), judge_server_stale_record),
    ('device', 'stale-record'): (('asset.state',), judge_device_stale_record),
    ('asset', 'unplanned-change'): (('asset.state', 'asset.timed_by'), judge_asset_unplanned_change),
    ('installation', 'non-standard-technology'): (('asset.state', 'product.standard'), judge_installation_non_standard_technology),
    ('integration', 'point-to-point-integration'): (('asset.state',), judge_integration_point_to_point_integration),
    ('service', 'offline-service'): (('asset.state',), judge_service_offline_service),
    ('application', 'system-without-api'): (('asset.state', 'application.interfaces'), judge_application_system_without_api),
    ('api', 'deprecated-api-in-use'): (('asset.state', 'api.consumers'), judge_api_deprecated_api_in_use),
    ('envelope', 'exceeded-envelope'): (('envelope.capital_budgeted', 'envelope.revenue_budgeted'), judge_envelope_exceeded_envelope),
    ('project', 'unreconciled-budget'): (('project.capital_budgeted', 'project.revenue_budgeted'), judge_project_unreconciled_budget),
    ('server', 'unbudgeted-renewal'): (('asset.state', 'asset.renewal_due', 'asset.budget_lines', 'asset.budgeted_by', 'asset.unbudgeted_by'), judge_server_unbudgeted_renewal),
    ('device', 'unbudgeted-renewal'): (('asset.state', 'asset.renewal_due', 'asset.budget_lines', 'asset.budgeted_by', 'asset.unbudgeted_by'), judge_device_unbudgeted_renewal),
    ('licence', 'unbudgeted-renewal'): (('asset.state', 'asset.renewal_due', 'asset.budget_lines', 'asset.budgeted_by', 'asset.unbudgeted_by'), judge_licence_unbudgeted_renewal),
    ('contract', 'unbudgeted-renewal'): (('asset.state', 'asset.renewal_due', 'asset.budget_lines', 'asset.budgeted_by', 'asset.unbudgeted_by'), judge_contract_unbudgeted_renewal),
    ('supplier', 'supplier-concentration'): (('supplier.critical_services',), judge_supplier_supplier_concentration),
    ('application', 'unassessed-hosting'): (('asset.state', 'application.hosted', 'application.proofs', 'agreement.in_force', 'application.agreements'), judge_application_unassessed_hosting),
    ('contract', 'notice-before-vesting'): (('asset.state', 'asset.reorganises', 'contract.notice_by', 'asset.planned_end', 'asset.vesting'), judge_contract_notice_before_vesting),
    ('asset', 'unallocated-asset'): (('asset.state', 'asset.reorganises', 'asset.planned_end', 'asset.vesting', 'asset.organisations', 'asset.successors'), judge_asset_unallocated_asset),
    ('cycle', 'circular-recovery'): (('asset.state',), judge_cycle_circular_recovery),
    ('device', 'single-point-of-failure'): (('asset.state', 'asset.sole_support_of'), judge_device_single_point_of_failure),
    ('connection', 'single-point-of-failure'): (('asset.state', 'asset.sole_support_of'), judge_connection_single_point_of_failure),
    ('api', 'single-point-of-failure'): (('asset.state', 'asset.sole_support_of'), judge_api_single_point_of_failure),
    ('service', 'single-site-dependency'): (('asset.state', 'service.single_sites'), judge_service_single_site_dependency),
    ('site', 'single-link-site'): (('asset.state', 'site.servers_there', 'site.lines'), judge_site_single_link_site),
    ('dependency', 'recovery-time-inversion'): (('asset.state', 'dependency.back_in', 'dependency.least_back_in', 'dependency.loses', 'dependency.least_loss'), judge_dependency_recovery_time_inversion),
    ('application', 'intolerable-recovery-time'): (('asset.state', 'asset.effective_rto', 'asset.least_rto', 'asset.critical_services', 'asset.holds_data', 'asset.backups', 'asset.backed_up_apart'), judge_application_intolerable_recovery_time),
    ('server', 'intolerable-recovery-time'): (('asset.state', 'asset.effective_rto', 'asset.least_rto', 'asset.sole_support_of', 'asset.critical_services', 'asset.holds_data', 'asset.backups', 'asset.backed_up_apart'), judge_server_intolerable_recovery_time),
    ('connection', 'closing-site-in-use'): (('asset.state', 'asset.planned_end', 'asset.closing_sites'), judge_connection_closing_site_in_use),
    ('server', 'closing-site-in-use'): (('asset.state', 'asset.planned_end', 'asset.closing_sites', 'asset.own_hardware', 'asset.needed_at_renewal', 'asset.physical'), judge_server_closing_site_in_use),
    ('device', 'closing-site-in-use'): (('asset.state', 'asset.planned_end', 'asset.closing_sites', 'asset.own_hardware', 'asset.needed_at_renewal', 'asset.physical'), judge_device_closing_site_in_use),
    ('exception', 'incomplete-acceptance'): (('exception.standing', 'exception.lapsed', 'exception.ending_together', 'exception.missing_parts', 'exception.latest_expiry', 'exception.needs_plan', 'exception.role_held', 'exception.missing_organisations', 'exception.last_day', 'exception.subjects_live', 'exception.signature_faults', 'exception.review_due', 'exception.changed_facts', 'exception.self_approved_by', 'exception.contradictions', 'exception.residual_score', 'exception.ceiling', 'exception.unsigned_by', 'exception.renewals', 'exception.slip', 'exception.plan_in_time', 'exception.projects', 'exception.plan_funded', 'exception.state'), judge_exception_incomplete_acceptance),
    ('exception', 'acceptance-lapsing-at-vesting'): (('exception.standing', 'exception.lapsed', 'exception.reorganises', 'exception.last_day', 'exception.vesting'), judge_exception_acceptance_lapsing_at_vesting),
}
